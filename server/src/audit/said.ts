import type { ActCode, DetailsOf } from '@danban/audit';
import type { MessageKey } from '@danban/i18n';

/** The words details of an act may hold that can choose its sentence: `act.session.sign-in.link`. */
type WordsOf<A extends ActCode> = Extract<DetailsOf<A>[keyof DetailsOf<A>], string>;

/** Keys of which none may be missing where an act has no sentence for whatever its details are. */
type ByWord<A extends ActCode> = [WordsOf<A>] extends [never] ? `act.${A}` : `act.${A}.${WordsOf<A>}`;

type IsSaid<A extends ActCode> = `act.name.${A}` extends MessageKey
  ? `act.${A}` extends MessageKey
    ? true
    : ByWord<A> extends MessageKey
      ? true
      : false
  : false;

/** The acts that have a name and a sentence for people to read. */
export type SaidAct = { [A in ActCode]: IsSaid<A> extends true ? A : never }[ActCode];
