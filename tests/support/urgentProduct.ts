import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { deskOf, type Desk } from './desk.ts';
import { postOffice, type PostOffice } from './postOffice.ts';
import { startProduct, type Product } from './product.ts';

export const contact = { name: 'Cô Phạm Thị Hạnh', email: 'hanh@truong.edu.vn', phone: '0228 384 9000' };

export interface UrgentProduct {
  office: PostOffice;
  product: Product;
  admin: Desk;
  organizer: Desk;
  /** Of pupils, open, with a way for what cannot wait. */
  survey: SurveyView;
  url: string;
  remove(): Promise<void>;
}

/** A product with a server of mail, somebody who is named, and a survey beside which one may write to her. */
export async function urgentProduct(): Promise<UrgentProduct> {
  const office = await postOffice();
  const product = await startProduct({
    example: true,
    env: { DANBAN_SMTP_URL: office.url, DANBAN_MAIL_FROM: 'khaosat@tinh.vn' },
  });
  const [admin, organizer] = [await deskOf(product, 'admin'), await deskOf(product, 'organizer')];
  await admin.send('PUT', '/urgent-contact', contact);
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const draft = (await (await organizer.send('POST', '/surveys', where)).json()) as SurveyView;
  if ((draft.definition as Definition).urgent !== true) throw new Error('it was to be on from the beginning');
  const closesAt = new Date(Date.now() + 10 * 24 * 3_600_000).toISOString();
  const opened = await organizer.send('POST', `/surveys/${draft.id}/open`, { closesAt });
  const survey = (await opened.json()) as SurveyView;
  return {
    ...{ office, product, admin, organizer, survey, url: survey.links[0]!.url },
    async remove() {
      await product.remove();
      await office.close();
    },
  };
}
