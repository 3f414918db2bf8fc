import { evidenceView, mostEvidence, type EvidenceView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { refusalOf, sendBytes, type Outcome } from '../api.ts';
import { field } from '../form.ts';

/** Files that were taken before, as the form carries them on. */
function carriedIn(form: FormData): EvidenceView[] {
  return form.getAll('carried').flatMap((text) => {
    if (typeof text !== 'string') return [];
    try {
      return [evidenceView.parse(JSON.parse(text))];
    } catch {
      return [];
    }
  });
}

type Refused = Extract<Outcome<never>, { ok: false }>;
/** Files the server has taken, and why another was not. */
interface Taken {
  files: EvidenceView[];
  refused: Refused | null;
}

function refusedHere(event: RequestEvent, path: string, code: string): Refused {
  const refusal = refusalOf(event.locals.lang, 'evidence-not-read');
  return { ok: false, status: 422, refusal: { ...refusal, issues: [{ path, code, params: { count: mostEvidence } }] } };
}

/** Which file it is about stands in the sentence. */
function about(name: string, { status, refusal }: Refused): Refused {
  const issues = refusal.issues.map((issue) => ({ ...issue, params: { ...issue.params, name } }));
  return { ok: false, status, refusal: { ...refusal, issues } };
}

/** Brings the files of a form one after the other; what was taken stays taken when a later one is not. */
export async function bringFiles(event: RequestEvent, at: string, form: FormData): Promise<Taken> {
  const files = carriedIn(form);
  const chosen = form.getAll('files').filter((one) => one instanceof File && one.name !== '') as File[];
  if (files.length + chosen.length > mostEvidence)
    return { files, refused: refusedHere(event, 'files', 'too-many-files') };
  if (chosen.length > 0 && field(form, 'open') !== 'true')
    return { files, refused: refusedHere(event, 'open', 'open') };
  for (const file of chosen) {
    const sent = await sendBytes<EvidenceView>(event, `${at}?open=true`, await file.arrayBuffer());
    if (!sent.ok) return { files, refused: about(file.name, sent) };
    files.push(sent.value);
  }
  return { files, refused: null };
}
