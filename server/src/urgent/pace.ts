const minute = 60_000;
const most = { ofSurvey: 20, ofAll: 100 };

/** Slows a flood down, by survey and overall. No address is kept or looked at: a whole school sits behind one. */
export interface Pace {
  take(survey: string, now: Date): boolean;
}

export function createPace(): Pace {
  let until = 0;
  let all = 0;
  const taken = new Map<string, number>();
  return {
    take(survey, now) {
      if (now.getTime() >= until) {
        until = now.getTime() + minute;
        all = 0;
        taken.clear();
      }
      const own = taken.get(survey) ?? 0;
      if (all >= most.ofAll || own >= most.ofSurvey) return false;
      all += 1;
      taken.set(survey, own + 1);
      return true;
    },
  };
}
