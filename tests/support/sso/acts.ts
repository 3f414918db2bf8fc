import { leads, someoneSignedIn, type Prepare, type Scene } from '../actsOfPeople.ts';
import { invite, visitor } from '../staff.ts';
import { begin, beginToLink, comeBack, forged } from './visits.ts';

const vouchedFor = (sub: string) => ({ claims: { sub, email: sub, email_verified: true } });
const issuerOf = (s: Scene) => s.provider.settings.issuer;

/** Somebody who is asked whether it is she whom the provider named. */
async function askedToLink(s: Scene) {
  const person = await someoneSignedIn(s);
  const way = await beginToLink(person);
  await comeBack(person, way, forged(way, issuerOf(s), vouchedFor(person.id)));
  return person;
}

async function someoneLinked(s: Scene) {
  const person = await askedToLink(s);
  await person.send('POST', '/me/sso');
  return person;
}

/** Acts around a provider of sign-in, as those of people. */
export const actsOfSso: Record<string, [acts: string[], prepare: Prepare]> = {
  'POST /sso/begin': [
    [],
    async (s) => () => visitor(s.place.app).send('POST', '/sso/begin', { place: null, anew: false }),
  ],
  'POST /sso/answer': [
    ['sso.link', 'session.sign-in'],
    async (s) => {
      const login = `${s.login()}@truong.edu.vn`;
      await invite(s.admin, { ...leads(s), login });
      const browser = visitor(s.place.app);
      const way = await begin(browser);
      return () => comeBack(browser, way, forged(way, issuerOf(s), vouchedFor(login)));
    },
  ],
  'POST /me/sso/begin': [
    [],
    async (s) => {
      const person = await someoneSignedIn(s);
      return () => person.send('POST', '/me/sso/begin');
    },
  ],
  'POST /me/sso': [
    ['sso.link'],
    async (s) => {
      const person = await askedToLink(s);
      return () => person.send('POST', '/me/sso');
    },
  ],
  'DELETE /me/sso': [
    ['sso.unlink'],
    async (s) => {
      const person = await someoneLinked(s);
      return () => person.send('DELETE', '/me/sso');
    },
  ],
  'DELETE /accounts/:id/sso': [
    ['sso.unlink'],
    async (s) => {
      const { id } = await someoneLinked(s);
      return () => s.admin.send('DELETE', `/accounts/${id}/sso`);
    },
  ],
};
