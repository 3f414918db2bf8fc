import { field } from '../form.ts';

const changing = new Set(['accepted', 'partially_accepted']);

/** A proposal as the form tells it: what belongs to another resolution than the chosen one is left out. */
export function proposalIn(form: FormData) {
  const resolution = field(form, 'resolution');
  return {
    resolution,
    explanation: field(form, 'explanation'),
    clause: (changing.has(resolution) && field(form, 'clause')) || null,
    mergedInto: (resolution === 'merged' && field(form, 'mergedInto')) || null,
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
