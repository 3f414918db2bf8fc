import type { OrganisationKind } from '@danban/critique';
import { field, secret } from '../form.ts';

/** What was typed about an organisation. */
export const givenIn = (form: FormData) => ({
  name: field(form, 'name'),
  kind: field(form, 'kind') as OrganisationKind | '',
  contact: secret(form, 'contact').replaceAll('\r\n', '\n').trim(),
  answerBy: field(form, 'answerBy'),
});
