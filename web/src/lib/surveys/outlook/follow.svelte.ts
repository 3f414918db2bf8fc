import type { OutlookView } from '@danban/contract';
import { criteriaOf, type Definition } from '@danban/survey';

/** An outlook, and the definition it was computed for. */
export interface Known {
  outlook: OutlookView;
  definition: Definition;
}

const rest = 1000;

/** What an outlook depends on: where none of it is new, it is the same. */
function ground({ plan, thresholds, door, audienceKind, countUnit, questions }: Definition): string {
  const criteria = criteriaOf(plan, questions).map(({ id, options, required }) => [id, options.length, required]);
  return JSON.stringify([plan?.crossed, thresholds, door, audienceKind, countUnit, criteria]);
}

/** The outlook of a draft as it is saved: asked for anew once the hand rests, kept where it cannot be reached. */
export class Outlook {
  known = $state.raw<Known | null>(null);
  readonly #address: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(survey: string, known: Known | null) {
    this.#address = `/lam-viec/api/surveys/${encodeURIComponent(survey)}/outlook`;
    this.known = known;
  }

  follow(definition: Definition): void {
    if (!this.known || ground(definition) === ground(this.known.definition)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(definition), rest);
  }

  async #ask(definition: Definition): Promise<void> {
    const response = await fetch(this.#address).catch(() => null);
    if (response?.ok) this.known = { outlook: (await response.json()) as OutlookView, definition };
  }
}
