import { field, secret } from '../form.ts';

/** What somebody typed beside her file, so that nothing of it is lost when the file is refused. */
export interface Typed {
  label: string;
  datedOn: string;
  text: string;
}

export function typedIn(form: FormData): Typed {
  return { label: field(form, 'label'), datedOn: field(form, 'datedOn'), text: secret(form, 'text') };
}

export function fileIn(form: FormData): File | null {
  const file = form.get('file');
  return file instanceof File && file.name !== '' ? file : null;
}

/** The revision a form is based on; absent where it had none. */
export function revisionIn(form: FormData): { revision?: number } {
  const revision = field(form, 'revision');
  return revision === '' ? {} : { revision: Number(revision) };
}

/** The correction a form asks for, as the API takes it. */
export function editIn(form: FormData): object {
  const [act, index] = [field(form, 'act'), Number(field(form, 'index'))];
  if (act === 'split') {
    const [line, letter] = field(form, 'at').split('.').map(Number);
    return { act, index, line, letter };
  }
  if (act === 'relevel') return { act, index, kind: field(form, 'kind') };
  return act === 'retitle' ? { act, index, heading: field(form, 'heading') } : { act, index };
}
