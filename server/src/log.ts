/**
 * The one logger. It has no field for people: an error is written as its name, its database code and the places
 * it passed, never its message, which may quote a respondent's words.
 */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void;
  failure(event: string, error: unknown): void;
}

function line(event: string, fields: Record<string, unknown>): string {
  return JSON.stringify({ event, ...fields });
}

const place = /^\s+at .*(:\d+:\d+|<anonymous>|index \d+|native)\)?$/;

/** A stack begins with the message, and a line of a message may look like a place: it is cut off first. */
function places({ stack = '', message }: Error): string[] {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames
    .filter((row) => place.test(row))
    .slice(0, 6)
    .map((row) => row.trim());
}

function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { error: error.name, code, constraint, at: places(error) };
}

export function consoleLog(write: (text: string) => void): Log {
  return {
    info: (event, fields = {}) => write(line(event, fields)),
    failure: (event, error) => write(line(event, describeFailure(error))),
  };
}
