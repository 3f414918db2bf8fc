import { field } from '../form.ts';

const changing = new Set(['accepted', 'partially_accepted']);

/** A commitment whose fields are all left empty is none. */
function commitmentIn(form: FormData) {
  const typed = { text: field(form, 'text'), owner: field(form, 'owner'), due: field(form, 'due') };
  return Object.values(typed).every((value) => value === '') ? null : typed;
}

/** A proposal as the form tells it: what belongs to another resolution than the chosen one is left out. */
export function proposalIn(form: FormData) {
  const resolution = field(form, 'resolution');
  return {
    resolution,
    explanation: field(form, 'explanation'),
    clause: (changing.has(resolution) && field(form, 'clause')) || null,
    mergedInto: (resolution === 'merged' && field(form, 'mergedInto')) || null,
    commitment: commitmentIn(form),
  };
}
export type Typed = ReturnType<typeof proposalIn>;

/** The act a form asks for. */
export function actIn(form: FormData): { kind: string } & Record<string, unknown> {
  const kind = field(form, 'kind');
  switch (kind) {
    case 'assign':
      return { kind, to: field(form, 'to') };
    case 'propose':
      return { kind, proposal: proposalIn(form) };
    case 'return':
    case 'correct':
      return { kind, reason: field(form, 'reason') };
    case 'place':
      return { kind, clause: field(form, 'clause') };
    default:
      return { kind };
  }
}
