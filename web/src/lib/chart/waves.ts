/** A mean over several waves in time, with the interval it is known by; `null` may not be shown. */
export interface Waves {
  label: string;
  labels: string[];
  points: ({ mean: number; low?: number; high?: number } | null)[];
  /** The ends of the scale. */
  from: number;
  to: number;
}
