export const minute = 60_000;

/** For how long a survey opens in a meeting. */
export const roundsOfMinutes = [5, 10, 15, 30] as const;

export const isRoundOfMinutes = (minutes: number): boolean => (roundsOfMinutes as readonly number[]).includes(minutes);

/** Time left as a clock on the wall shows it: `9:05`, from an hour on `1:00:00`; never less than nothing. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
