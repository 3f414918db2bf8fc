import { dirname, join } from 'node:path';
import type { SurveyView } from '@danban/contract';
import { inOneDatabase, openHouseOn } from '@danban/server';
import type { Definition } from '@danban/survey';
import { addressOf } from './databaseOf.ts';
import { deskOf, type Desk } from './desk.ts';
import type { Product } from './product.ts';
import { openingOf } from './respondent.ts';

const silent = { info: () => undefined, failure: () => undefined };

/** The vaults of a running product, for what no page does: the same database and keys, and no jobs. */
function houseOf(product: Product, url?: string) {
  return openHouseOn({
    databases: inOneDatabase(url === undefined ? addressOf(product) : { url }),
    keysDir: join(dirname(product.dataDir), 'keys'),
    origin: product.origin,
    sso: undefined,
    mail: { dir: join(product.dataDir, 'mail') },
    clock: () => new Date(),
    log: silent,
    work: false,
  });
}

/**
 * An open survey behind a list of so many people in a running product of the example, with all personal links. `url`:
 * of its database, where that is another than its own.
 */
export async function listedIn(product: Product, people: number, signedIn?: Desk, url?: string) {
  // The way into the desk of an example works once.
  const desk = signedIn ?? (await deskOf(product, 'organizer'));
  const { bodyId, unitId } = await desk.surveyIn('open');
  const told = async (answer: Response) => {
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as SurveyView;
  };
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId, unitId };
  const draft = await told(await desk.send('POST', '/surveys', given));
  const definition: Definition = { ...(draft.definition as Definition), door: 'roster', audienceKind: 'staff' };
  await told(await desk.send('PUT', `/surveys/${draft.id}`, { definition, revision: draft.revision }));
  const running = await houseOf(product, url);
  try {
    const { roster } = running.house;
    const unit = unitId;
    const listed = Array.from({ length: people }, (_, i) => ({ unit, name: `Người ${i}`, email: null, phone: null }));
    await roster.replace(draft.id, [listed]);
    const closesAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString();
    const survey = await told(await desk.send('POST', `/surveys/${draft.id}/open`, { closesAt }));
    const { slug } = survey.links[0]!;
    const opening = await openingOf((path) => fetch(`${product.origin}${path}`), slug);
    const address = `${product.origin}/s/${slug}`;
    const invitations = await roster.invitations(draft.id);
    const links = invitations.map(({ code, stratum }) => `${address}#${code}.${stratum}.${opening.hash.slice(0, 16)}`);
    return { desk, survey, slug, opening, address, links };
  } finally {
    await running.close();
  }
}
