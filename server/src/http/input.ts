import type { Context } from 'hono';
import { z } from 'zod';
import { ProblemError } from './problem.ts';

const deepest = 12;

/** Refuses JSON nested deeper than any of our inputs needs, before anything walks it. */
function refuseDeepJson(value: unknown, level = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (level >= deepest) throw new ProblemError('bad-request', [{ path: '', code: 'too-deep', params: { deepest } }]);
  for (const inner of Object.values(value)) refuseDeepJson(inner, level + 1);
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\b/i.test(type);
}

/** The body as JSON: bounded in size by the route, in depth here; anything else is refused with a code. */
export async function readJson(c: Context): Promise<unknown> {
  if (!isJson(c.req.header('content-type'))) throw new ProblemError('unsupported-media-type');
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('malformed-json');
  }
  refuseDeepJson(value);
  return value;
}

/** An uploaded file, sent as its bytes. */
export async function bytesIn(c: Context): Promise<Uint8Array> {
  if (c.req.header('content-type') !== 'application/octet-stream') throw new ProblemError('unsupported-media-type');
  return new Uint8Array(await c.req.arrayBuffer());
}

/** The body checked against its schema; every issue names its place in the input. */
export async function readInput<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  return checked(schema, await readJson(c));
}

/** The same for what stands behind the question mark of the address. */
export function readQuery<T extends z.ZodType>(c: Context, schema: T): z.infer<T> {
  return checked(schema, c.req.query());
}

/** The id in the address of an account, a session or whatever else has one drawn by chance. */
export function idIn(c: Context, name = 'id'): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new ProblemError('not-found');
  return id.data;
}

/** A rule of our own names its code; what zod finds by itself has one of zod's. */
function codeOf(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof own === 'string' ? own : issue.code;
}

function checked<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const checked = schema.safeParse(input);
  if (checked.success) return checked.data;
  throw new ProblemError(
    'invalid-input',
    checked.error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) })),
  );
}
