import { z } from 'zod';

const count = z.number().int();

/** People of one unit of a list. `countedAt`: the unit above or beside in whose figures they are, where they are too few. */
const listedUnit = z.object({ id: z.string(), name: z.string(), people: count, countedAt: z.string().nullable() });

/** The list behind the door `roster`, without its people. */
export const rosterView = z.object({
  people: count,
  withEmail: count,
  withPhone: count,
  /** How many of a unit there must be for it to stand alone. */
  least: count,
  units: z.array(listedUnit),
  /** People of units that are no longer below the unit that asks. */
  unplaced: count,
  mayReplace: z.boolean(),
  mayInvite: z.boolean(),
});
export type RosterView = z.infer<typeof rosterView>;

/** Somebody of the list, as the organizer wrote it. Whether she has come is nowhere. */
export const listedPersonView = z.object({
  id: z.uuid(),
  name: z.string(),
  unit: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  struck: z.boolean(),
  /** Nobody takes mail for her address. */
  refused: z.boolean(),
});
export type ListedPersonView = z.infer<typeof listedPersonView>;

export const replacedView = z.object({ people: count });
export type ReplacedView = z.infer<typeof replacedView>;

/** One personal invitation; `qr` is its link as a picture, in an address of its own (`data:`). */
export const letterView = z.object({ name: z.string(), unit: z.string(), link: z.string(), qr: z.string() });
export type LetterView = z.infer<typeof letterView>;

/** How many letters one page prints. */
export const lettersAtOnce = 200;

/** Letters of one unit, or of all; `from` counts people of that choice, sorted by unit and name. */
export const lettersInput = z.strictObject({
  unit: z.string().min(1).max(100).optional(),
  from: z.int().min(0).max(1_000_000).default(0),
});
export const lettersView = z.object({ letters: z.array(letterView), from: count, all: count });
export type LettersView = z.infer<typeof lettersView>;

/** Who takes the file says that she knows what it opens. */
export const invitationFileInput = z.strictObject({ form: z.enum(['xlsx', 'csv']), understood: z.literal(true) });
