import type { documents as vi } from '../vi/documents.ts';
import type { Translation } from '../translation.ts';

export const documents = {
  'documents.take':
    'The official summary of opinions with acceptance and explanation, to complete and sign (in Vietnamese):',
  'documents.take.docx': 'Document (Word)',
  'documents.take.xlsx': 'Spreadsheet (Excel)',
  'documents.take.csv': 'Table (CSV)',
  'documents.take.json': 'Data for programs (JSON)',
  'documents.take.letter': 'Reply letter (Word)',
  'documents.take.evidence': 'Evidence pack (ZIP)',
  'documents.evidenceText':
    'The evidence pack holds everything of the consultation that is public, and a script that counts each figure anew. Its checksum is written in the log.',
  'documents.evidence.readme': `EVIDENCE PACK OF A CONSULTATION

It holds nothing that is not public.

bang-tong-hop.docx, bang-tong-hop.json: the response table
ket-qua.json: the published results of the whole; figures that are protected are not in it
y-kien.json: published opinions, masked, in an order by chance
to-chuc.json: the named opinions of organisations
tra-loi.json: the published answers, each with the hash of the one before
du-thao.json, du-thao-<number>.json: the versions of the draft and the hashes they were published under
thay-doi.json: what each clause of the version that was asked about became in the newest
so-lieu.json: every figure of the pack
kiem-tra.mjs: counts each figure anew from these files
manifest.json: the list of files with the SHA-256 of each

To check: unpack it and run "node kiem-tra.mjs" (Node.js 20 or newer, no network).
The SHA-256 of manifest.json is the one the log of the product noted when the pack was taken.
`,
  'documents.take.critique': 'Letter of critique (Word)',
  'documents.people': 'Individuals (anonymous), {count} opinions',
  'documents.peopleFew': 'Individuals (anonymous), some opinions',
  'documents.organisation': '{name} (letter {number} of {date})',
  'documents.whole': 'General opinions',
  'documents.unanswered': 'Being considered.',
  'documents.someOpinions': 'some',
  'documents.resolution.accepted': 'Accepted',
  'documents.resolution.partially_accepted': 'Accepted in part',
  'documents.resolution.explained': 'Explained',
  'documents.resolution.noted': 'Noted',
  'documents.resolution.out_of_scope': 'Outside the draft',
  'documents.resolution.agreed': 'In agreement with the draft',
  'documents.resolution.merged': 'Answered with another group of opinions',
  'documents.commitment': 'Commitment: {text} (by {owner}, due {date}).',
  'documents.verdict.satisfied': 'The organisation is satisfied with the answer ({date})',
  'documents.verdict.not_satisfied': 'The organisation is not satisfied with the answer ({date})',
  'documents.verdict.escalate': 'The organisation takes the matter to {to} ({date})',
  'documents.column.about': 'SUBJECT, ARTICLE, CLAUSE',
  'documents.column.by': 'GIVEN BY',
  'documents.column.opinion': 'OPINION',
  'documents.column.answer': 'ACCEPTANCE OR EXPLANATION',
  'documents.column.next': 'CLAUSE OF THE NEXT DRAFT',
  'documents.counted': '{resolution}: {count}',
  'documents.received': '1. Opinions received: {received}.',
  'documents.figures': '1. Bodies, organisations and individuals asked: {asked}; opinions received: {received}.',
  'documents.sheets': 'Sheets received: {received}, of these {onPaper} on paper.',
  'documents.ended': 'Groups of opinions by their outcome: {counts}.',
  'documents.table.type': 'SUMMARY OF OPINIONS AND SOCIAL CRITIQUE, WITH ACCEPTANCE AND EXPLANATION',
  'documents.table.subject': 'on the draft “{draft}”',
  'documents.table.held': '{body} asked for opinions from {from} to {to} on the draft “{draft}”. The results:',
  'documents.table.results': '2. The results in detail:',
  'documents.critique.about': 'social critique of the draft “{draft}”',
  'documents.critique.held': 'I. How it was held',
  'documents.critique.contents': 'II. Critique',
  'documents.critique.points': 'Opinions on articles and clauses',
  'documents.critique.noPoints': 'No opinion on single articles or clauses.',
  'documents.critique.clause': 'DRAFT',
  'documents.critique.opinion': 'OPINION',
  'documents.critique.reason': 'REASON',
  'documents.critique.proposal': 'PROPOSED WORDING',
  'documents.critique.proposals': 'III. Proposals',
  'documents.critique.answerBy': 'The drafting body is asked for a written answer by {date}.',
  'documents.reply.about': 'reply to opinions on the draft “{draft}”',
  'documents.reply.opening':
    '{body} thanks {to} for the opinion in letter {number} of {date} on the draft “{draft}” and replies as follows:',
  'documents.reply.openingPlain': '{body} thanks {to} for the opinion on the draft “{draft}” and replies as follows:',
  'documents.reply.accepted': 'Accepted',
  'documents.reply.partly': 'Accepted in part',
  'documents.reply.explained': 'Explained, with reasons',
  'documents.reply.noted': 'Noted and studied further',
  'documents.reply.none': 'None.',
  'documents.reply.next': 'Shown in: {clause}.',
  'documents.reply.enclosed': 'Enclosed: the summary of opinions with acceptance and explanation.',
} satisfies Translation<typeof vi>;
