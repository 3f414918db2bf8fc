export const MISSING_CHROMIUM: string;
export function findChromium(env?: Record<string, string | undefined>): string | undefined;
