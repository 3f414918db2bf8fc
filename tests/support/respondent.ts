import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, fromBase64Url, toBase64Url, utf8 } from '@danban/bytes';
import type { PromiseView } from '@danban/contract';
import {
  finishCredential,
  leafSalt,
  proofText,
  readPublicKey,
  requestCredential,
  SEED_BYTES,
  seedCode,
  signSubmission,
  type Credential,
  type CredentialRequest,
  type PublicKey,
} from '@danban/credential';
import type { Send } from '@danban/server/example/visitor';
import type { Answers, OpeningRecord } from '@danban/survey';
import { sheetText } from '@danban/verify';

/** What stands in a personal link. */
export interface PersonalLink {
  slug: string;
  code: string;
  stratum: number;
}

interface Opening {
  hash: string;
  record: OpeningRecord;
}

export async function openingOf(send: Send, slug: string): Promise<Opening> {
  const { text, hash } = (await (await send(`/api/s/${slug}/opening`)).json()) as { text: string; hash: string };
  return { hash, record: JSON.parse(text) as OpeningRecord };
}

const posted = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Somebody with a personal link and a device of her own, who does what the page does, step by step. */
export class Respondent {
  readonly link: PersonalLink;
  readonly seed: Uint8Array;
  readonly #send: Send;
  credential: Credential | undefined;
  /** SHA-256 of the sheet that was made last. */
  bodyHash: Uint8Array | undefined;
  #request: CredentialRequest | undefined;
  #opening: Opening | undefined;

  constructor(send: Send, link: PersonalLink, seed: Uint8Array = randomBytes(SEED_BYTES)) {
    this.#send = send;
    this.link = link;
    this.seed = seed;
  }

  async #prepare(): Promise<{ key: PublicKey; request: CredentialRequest }> {
    this.#opening ??= await openingOf(this.#send, this.link.slug);
    const key = readPublicKey(fromBase64Url(this.#opening.record.strata[this.link.stratum]!.key))!;
    this.#request ??= await requestCredential(this.seed, this.#opening.hash, key);
    return { key, request: this.#request };
  }

  /** Asks for the credential and takes it out of the answer. */
  async collect(): Promise<Response> {
    const { key, request } = await this.#prepare();
    const { slug, code: invitation, stratum } = this.link;
    const wish = { invitation, stratum, blinded: toBase64Url(request.blinded) };
    const response = await this.#send(`/api/s/${slug}/credentials`, posted(wish));
    if (response.ok) {
      const { signature } = (await response.clone().json()) as { signature: string };
      this.credential = finishCredential(key, request, fromBase64Url(signature)) ?? undefined;
    }
    return response;
  }

  /** What is sent with these answers, as an object that a test may spoil. */
  async sheet(answers: Answers, salt: Uint8Array = randomBytes(32)) {
    const { request } = await this.#prepare();
    const { stratum } = this.link;
    const sent = { salt: toBase64Url(salt), answers };
    const { unit } = this.#opening!.record.strata[stratum]!;
    const text = sheetText({ ...sent, answers: canonicalJson(answers), unit });
    this.bodyHash = createHash('sha256').update(text).digest();
    const proof = await signSubmission(request.secret, this.#opening!.hash, utf8(text));
    return { stratum, ...sent, proof: proofText({ ...this.credential!, proof }) };
  }

  submit(sheet: unknown): Promise<Response> {
    return Promise.resolve(this.#send(`/api/s/${this.link.slug}/submissions`, posted(sheet)));
  }

  /** Where the urn would keep words written in another way, they are sent once more as it writes them. */
  async answer(answers: Answers, salt?: Uint8Array): Promise<Response> {
    const response = await this.submit(await this.sheet(answers, salt));
    if (response.status !== 422) return response;
    const problem = (await response.clone().json()) as { code: string; answers: Answers };
    return problem.code === 'answers-rewritten' ? this.submit(await this.sheet(problem.answers, salt)) : response;
  }

  /** Answers with the key of a receipt, and says what then stands behind `#` of its link; undefined where that was refused. */
  async answerForReceipt(answers: Answers): Promise<string | undefined> {
    const { hash } = (this.#opening ??= await openingOf(this.#send, this.link.slug));
    const response = await this.answer(answers, await leafSalt(this.seed, hash));
    if (response.status !== 201) return undefined;
    const { leaf, closesAt, signature } = ((await response.json()) as { promise: PromiseView }).promise;
    return [seedCode(this.seed), toBase64Url(this.bodyHash!), leaf, closesAt, signature].join('.');
  }
}
