import { acts } from './acts.ts';
import { answering } from './answering.ts';
import { caution } from './caution.ts';
import { checking } from './checking.ts';
import { common } from './common.ts';
import { commitments } from './commitments.ts';
import { correction } from './correction.ts';
import { credential } from './credential.ts';
import { desk } from './desk.ts';
import { documents } from './documents.ts';
import { doors } from './doors.ts';
import { draftLinks } from './draftLinks.ts';
import { drafts } from './drafts.ts';
import { editing } from './editing.ts';
import { home } from './home.ts';
import { life } from './life.ts';
import { imports } from './imports.ts';
import { inspection } from './inspection.ts';
import { inputs } from './inputs.ts';
import { listening } from './listening.ts';
import { map } from './map.ts';
import { official } from './official.ts';
import { opinions } from './opinions.ts';
import { organisations } from './organisations.ts';
import { outlook } from './outlook.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { receipt } from './receipt.ts';
import { replies } from './replies.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { roster } from './roster.ts';
import { share } from './share.ts';
import { slips } from './slips.ts';
import { staff } from './staff.ts';
import { surveys } from './surveys.ts';
import { tables } from './tables.ts';
import { urgent } from './urgent.ts';
import { verify } from './verify.ts';
import { witnesses } from './witnesses.ts';

export const en = {
  ...acts,
  ...answering,
  ...caution,
  ...checking,
  ...commitments,
  ...common,
  ...correction,
  ...credential,
  ...desk,
  ...documents,
  ...doors,
  ...draftLinks,
  ...drafts,
  ...editing,
  ...home,
  ...life,
  ...imports,
  ...inputs,
  ...inspection,
  ...listening,
  ...map,
  ...official,
  ...opinions,
  ...organisations,
  ...outlook,
  ...overview,
  ...people,
  ...problems,
  ...receipt,
  ...replies,
  ...report,
  ...results,
  ...roster,
  ...share,
  ...slips,
  ...staff,
  ...surveys,
  ...tables,
  ...urgent,
  ...verify,
  ...witnesses,
};
