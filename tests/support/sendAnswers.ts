import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import type { Hono } from 'hono';

/** So many people answer at the first link of a survey, each time the same. */
export async function sendAnswers(app: Hono, survey: SurveyView, times: number): Promise<void> {
  const chance = repeatable(5);
  for (let i = 0; i < times; i++) {
    const answers = answersFor(survey.definition as Definition, chance, 0.6);
    await app.request(`/api/s/${survey.links[0]!.slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce: `nonce-of-twenty-two-chars-${i}`, answers }),
    });
  }
}
