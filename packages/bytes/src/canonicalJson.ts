const MAX_DEPTH = 64;

/**
 * The one JSON text of a value (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code units,
 * numbers in ECMAScript form, no white space. Strings are taken as they are; NFC is the caller's business.
 * Throws TypeError for what JSON cannot carry: undefined, functions, non-finite numbers, lone surrogates,
 * objects that are not plain, and anything nested deeper than 64 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object') throw new TypeError(`canonical JSON cannot carry ${typeof value}`);
  if (depth >= MAX_DEPTH) throw new TypeError(`canonical JSON is nested deeper than ${MAX_DEPTH} levels`);
  return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON cannot carry a lone surrogate');
  return JSON.stringify(text);
}

function writeNumber(number: number): string {
  if (!Number.isFinite(number)) throw new TypeError(`canonical JSON cannot carry ${number}`);
  return JSON.stringify(number);
}

function writeArray(items: readonly unknown[], depth: number): string {
  let out = '[';
  // By index and not by map, which skips the holes of a sparse array instead of refusing them.
  for (let at = 0; at < items.length; at++) out += (at > 0 ? ',' : '') + write(items[at], depth);
  return out + ']';
}

function writeObject(object: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError('canonical JSON takes plain objects');
  let out = '{';
  for (const key of Object.keys(object).sort()) {
    if (out.length > 1) out += ',';
    out += writeString(key) + ':' + write((object as Record<string, unknown>)[key], depth);
  }
  return out + '}';
}
