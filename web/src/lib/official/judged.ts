import { field, secret } from '../form.ts';

/** How the fields about one answer are called: several forms stand on one page. */
export const judged = (seq: number) => ({ verdict: `verdict-${seq}`, to: `to-${seq}`, reason: `reason-${seq}` });

/** What was filled in about an answer, as it was typed. */
export function judgedIn(form: FormData) {
  const seq = Number(field(form, 'seq'));
  const name = judged(seq);
  const reason = secret(form, name.reason).replaceAll('\r\n', '\n');
  return { seq, verdict: field(form, name.verdict), to: field(form, name.to), reason };
}
export type Judged = ReturnType<typeof judgedIn>;

/** What is sent of it: to whom goes with an escalation alone. */
export const verdictOf = ({ to, ...rest }: Judged) => ({ ...rest, to: rest.verdict === 'escalate' ? to : '' });
