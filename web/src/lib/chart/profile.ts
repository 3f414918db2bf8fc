/** Several items of one index, 0–100, around a centre. `null` may not be shown: its side stays open. */
export interface Profile {
  label: string;
  labels: string[];
  parts: (number | null)[];
}
