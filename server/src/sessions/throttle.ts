const minute = 60_000;
const perLogin = { tries: 10, within: 15 * minute };
const overall = { tries: 300, within: minute };

interface Window {
  tries: number;
  until: number;
}

export interface Throttle {
  /** Counts one try before the password is looked at, so that tries side by side count too; false: refuse it. */
  take(login: string, now: Date): boolean;
  /** The try was right: it was no guess, and the login begins anew. */
  forgive(login: string): void;
}

function next(window: Window | undefined, within: number, at: number): Window {
  return window !== undefined && at < window.until ? window : { tries: 0, until: at + within };
}

/**
 * Slows guessing down by login and overall. No address is kept or looked at: a whole school sits behind one, and only
 * wrong tries count. In memory, because a restart costs a guesser more than it gives; one-time links always work.
 */
export function createThrottle(): Throttle {
  const logins = new Map<string, Window>();
  let all: Window | undefined;

  /** Runs once per overall window; what stays is bounded by its tries. */
  function sweep(at: number): void {
    for (const [login, window] of logins) if (at >= window.until) logins.delete(login);
  }

  function take(login: string, now: Date): boolean {
    const at = now.getTime();
    const before = all;
    all = next(all, overall.within, at);
    if (all !== before) sweep(at);
    const own = next(logins.get(login), perLogin.within, at);
    if (all.tries >= overall.tries || own.tries >= perLogin.tries) return false;
    all.tries += 1;
    own.tries += 1;
    logins.set(login, own);
    return true;
  }

  function forgive(login: string): void {
    logins.delete(login);
    if (all !== undefined && all.tries > 0) all.tries -= 1;
  }

  return { take, forgive };
}
