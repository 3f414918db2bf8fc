import type { createApp } from '@danban/server';
import { rowField } from '@danban/survey';
import { inject } from 'light-my-request';
import type { Listener } from './listener.ts';

type Pages = NonNullable<Parameters<typeof createApp>[1]>;
type Attempt = NonNullable<Parameters<Pages['render']>[1]>;

/**
 * Pages as values: the listener is called without a socket, so that an answer can be kept and sent many times.
 * An attempt is posted to the page as a browser without scripts would post it.
 */
export function renderThrough(pages: Listener, origin: string): Pages['render'] {
  const host = new URL(origin).host;
  return async (path, attempt) => {
    const asked = { url: path, headers: { host, accept: 'text/html' } };
    const answer = await inject(pages, attempt === undefined ? asked : posted(asked, attempt));
    return { status: answer.statusCode, headers: kept(answer.headers), body: answer.rawPayload };
  };
}

function posted<T extends { headers: Record<string, string> }>(asked: T, attempt: Attempt) {
  const headers = { ...asked.headers, 'content-type': 'application/x-www-form-urlencoded' };
  return { ...asked, method: 'POST' as const, headers, payload: new URLSearchParams(entries(attempt)).toString() };
}

/** The fields of the form that held this, and why it was refused where the page cannot see that by itself. */
function entries({ raw, code, problem }: Attempt): [string, string][] {
  const beside = Object.entries({ code, problem }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return [...beside, ...answersIn(raw)];
}

function answersIn(raw: Attempt['raw']): [string, string][] {
  return Object.entries(raw).flatMap(([id, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [id, String(one)]);
    if (typeof value !== 'object' || value === null) return [[id, String(value)]];
    return Object.entries(value).map(([row, option]) => [rowField(id, row), String(option)]);
  });
}

const ofTheConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length']);

function kept(headers: Record<string, number | string | string[] | undefined>): Record<string, string> {
  const own = Object.entries(headers).filter(([name, value]) => value !== undefined && !ofTheConnection.has(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
