import { field } from '../../form.ts';

/** What was typed into the form of a correction: numbers by the position of their place, empty ones left out. */
export function postedCorrection(form: FormData) {
  const reason = field(form, 'reason');
  const numbers = [...form].flatMap(([name, value]) => {
    const position = /^invited\.(\d{1,7})$/.exec(name)?.[1];
    return position !== undefined && typeof value === 'string' && value.trim() !== ''
      ? [{ position: Number(position), invited: Number(value) }]
      : [];
  });
  return { reason, invited: numbers };
}
