import { memoryOf, noMemory } from '../browser/draft.ts';
import { carryOver } from '../browser/otherLanguage.ts';
import { onEach, pageAround, show } from '../browser/page.ts';
import type { Deliver } from '../browser/send.ts';
import { removeSaved } from '../receipt/device.ts';
import { isAble } from './able.ts';
import type { Collected } from './collect.ts';
import { keptFor, type Kept } from './credentials.ts';
import { forgetSurvey, isKeptNow } from './device.ts';
import { askBeforeLeaving } from './leaving.ts';
import { fragmentOf, readPasted, type PersonalLink } from './link.ts';
import { checkOpened, type Doubt, type Opened } from './opened.ts';
import { SeedShown } from './seedShown.ts';
import { fill, issuerOnPage, onForm, saying, setBusy, showStep, textsOnPage } from './steps.ts';
import { isUsedUp } from './usedUp.ts';

const protocol = () => import('./protocol.ts');

/** One visit of one person, from her link to her form. What it knows goes with the page, but for the credential. */
export class Visit {
  readonly #form: HTMLFormElement;
  readonly #texts = textsOnPage();
  readonly #slug: string;
  #link: PersonalLink | null;
  #opened: Opened | undefined;
  readonly #seed = new SeedShown();
  #kept: Kept | undefined;
  /** The device keeps another person's credential. */
  #isBeside = false;
  /** What she has collected is in this tab and nowhere else. */
  #isOnlyHere = false;
  /** A request is on its way: nothing else is begun. */
  #isUnderWay = false;
  /** What the last attempt to reach the server was for. */
  #again: () => Promise<void> = () => this.begin();

  constructor(form: HTMLFormElement, link: PersonalLink | null) {
    this.#form = form;
    this.#slug = form.dataset['slug'] ?? '';
    this.#link = link;
    const acts: Record<string, () => unknown> = {
      again: () => this.#again(),
      collect: () => this.#showCode(),
      copy: () => this.#copyCode(),
      print: () => print(),
      noted: () => this.#collect(this.#seed.bytes!, true),
      later: () => showStep('later'),
      now: () => showStep('form'),
      'go-on': () => this.#goOn(this.#kept!),
      own: () => this.#goAlone(this.#link!),
      clear: () => this.#clear(),
      forget: () => this.#clear(),
      'forget-sent': () => this.#forgetSent(),
    };
    for (const [what, act] of Object.entries(acts)) onEach(what, () => void this.#trying(act));
    carryOver(() => this.#carried());
    onForm('link', (typed) => void this.#trying(() => this.#openPasted(typed)));
    onForm('recover', (typed, field) => void this.#trying(() => this.#recover(typed, field)));
  }

  /** A part of the page that could not be fetched is fetched at the next press. */
  async #trying(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch {
      this.#setUnderWay(false);
      saying(this.#texts.failed);
    }
  }

  async begin(): Promise<void> {
    if (!(await isAble(this.#slug))) return showStep('cannot', false);
    show('sent-before', memoryOf(this.#slug).hasSent());
    this.#kept = await keptFor(this.#slug);
    if (this.#kept) return this.#link ? showStep('other', false) : this.#takeUp(this.#kept);
    return this.#link ? this.#check(this.#link) : showStep('link', false);
  }

  /** A credential of this device: offered to whoever sits there, unless this very tab was answering with it. */
  async #takeUp(kept: Kept): Promise<void> {
    const found = await this.#compare(kept.stratum, kept.opening, () => this.begin());
    if (!found) return;
    if (memoryOf(this.#slug).isOfThisTab()) return this.#answer(kept);
    showStep('kept', false);
  }

  /** With what the device keeps, whichever link has led here: it has been compared, or is now. */
  async #goOn(kept: Kept): Promise<void> {
    const found = this.#link === null || (await this.#compare(kept.stratum, kept.opening, () => this.#goOn(kept)));
    if (!found) return;
    this.#link = null;
    await this.#answer(kept);
  }

  /** Somebody else's credential lies on this device, and stays there: what is collected now is kept in this tab alone. */
  async #goAlone(link: PersonalLink): Promise<void> {
    this.#isBeside = true;
    this.#kept = undefined;
    memoryOf(this.#slug).leaveTab();
    const shared = document.querySelector<HTMLInputElement>('#shared');
    if (shared) shared.checked = shared.disabled = true;
    await this.#check(link);
  }

  async #openPasted(text: string): Promise<void> {
    const link = readPasted(text, this.#slug);
    if (!link) return saying(this.#texts.linkWrong);
    this.#link = link;
    await this.#check(link);
  }

  async #check(link: PersonalLink): Promise<void> {
    const found = await this.#compare(link.stratum, link.fingerprint, () => this.#check(link));
    if (found) showStep('collect', false);
  }

  /** Nothing is asked of the server before this holds; undefined when it does not, and the page says why. */
  async #compare(stratum: number, opening: string, again: () => Promise<void>): Promise<Opened | undefined> {
    showStep('wait', false);
    saying('');
    const lang = this.#form.dataset['lang'] === 'en' ? 'en' : 'vi';
    const found = await checkOpened({ slug: this.#slug, lang, stratum, opening, page: document });
    if (typeof found !== 'string') return (this.#opened = found);
    this.#again = again;
    this.#doubt(found);
  }

  #doubt(doubt: Doubt): void {
    if (doubt === 'unreachable') return showStep('away');
    fill('doubt', this.#texts[doubt]);
    showStep('doubt');
  }

  async #showCode(): Promise<void> {
    await this.#seed.draw();
    saying('');
    showStep('code');
  }

  async #copyCode(): Promise<void> {
    const { copied, copyFailed } = this.#texts;
    await this.#seed.copy().then(
      () => saying(copied),
      () => saying(copyFailed),
    );
  }

  async #recover(typed: string, field: HTMLInputElement): Promise<void> {
    const { readRecovery } = await protocol();
    const read = readRecovery(typed, this.#texts);
    const isWrong = typeof read === 'string';
    const error = document.getElementById('recovery-error');
    if (error) error.textContent = isWrong ? read : '';
    field.toggleAttribute('aria-invalid', isWrong);
    if (isWrong) return field.focus();
    await this.#collect(read, false);
  }

  /** `drawn`: the seed is new, so a code of hers is shown that may turn out to be of no use. */
  async #collect(seed: Uint8Array, drawn: boolean): Promise<void> {
    this.#setUnderWay(true);
    saying(this.#texts.collecting);
    const { collect } = await protocol();
    const tell = (why: 'offline' | 'retrying') => saying(this.#texts[why]);
    const collected = await collect(
      { slug: this.#slug, issuer: issuerOnPage() },
      this.#link!,
      seed,
      this.#opened!,
      tell,
    );
    this.#setUnderWay(false);
    if (collected.kind === 'collected') return this.#take(seed, collected.kept);
    this.#explain(collected, drawn);
  }

  #explain(outcome: Exclude<Collected, { kind: 'collected' }>, drawn: boolean): void {
    if (outcome.kind === 'unreachable') return saying(this.#texts.failed);
    if (outcome.kind === 'forged') return this.#doubt('key');
    const { code } = outcome.problem;
    const isTaken = code === 'credential-collected';
    if (isTaken && drawn) this.#offerRecovery();
    saying(isTaken && !drawn ? this.#texts.wrongCode : (this.#texts[code as 'refused'] ?? this.#texts.refused));
  }

  #offerRecovery(): void {
    this.#seed.forget();
    showStep('collect', false);
    const recover = document.querySelector<HTMLDetailsElement>('#recover');
    if (recover) recover.open = true;
    document.getElementById('recovery')?.focus();
  }

  /** The seed and the link go; the credential stays on the device, where she wants it there and the browser can. */
  async #take(seed: Uint8Array, kept: Kept): Promise<void> {
    seed.fill(0);
    this.#seed.forget();
    this.#link = null;
    const recovery = document.querySelector<HTMLInputElement>('#recovery');
    if (recovery) recovery.value = '';
    saying('');
    if (this.#isBeside) return this.#answerHereOnly(kept, this.#texts.beside);
    if (!this.#isShared()) {
      return (await isKeptNow(kept)) ? this.#answer(kept) : this.#answerHereOnly(kept, this.#texts.notKept);
    }
    memoryOf(this.#slug).forget();
    return this.#answerHereOnly(kept, this.#texts.onlyHere);
  }

  #isShared(): boolean {
    return document.querySelector<HTMLInputElement>('#shared')?.checked ?? false;
  }

  async #answerHereOnly(kept: Kept, why: string): Promise<void> {
    fill('kept', why);
    this.#isOnlyHere = true;
    askBeforeLeaving(true);
    for (const button of document.querySelectorAll<HTMLElement>('[data-do=later]')) button.hidden = true;
    await this.#answer(kept);
  }

  async #answer(kept: Kept): Promise<void> {
    const { deliverUnder, ease } = await protocol();
    this.#kept = kept;
    const memory = this.#isOnlyHere ? noMemory : memoryOf(this.#slug);
    // The draft goes with the credential, about which she has been asked.
    const draft = memory.draft();
    if (draft) memory.keep(draft);
    showStep('form');
    ease(
      pageAround(this.#form, memory),
      this.#sending(deliverUnder(kept, this.#form.dataset['urn'] ?? '', this.#isOnlyHere ? null : this.#opened!)),
      () => undefined,
    );
  }

  /** What is under way cannot be put off or removed any more. */
  #sending(deliver: Deliver): Deliver {
    return async (answers, onWaiting) => {
      this.#setUnderWay(true);
      const outcome = await deliver(answers, onWaiting).catch(() => {
        return { kind: 'refused' as const, problem: { code: 'refused' } };
      });
      if (isUsedUp(outcome)) this.#leaveFreely();
      const isSpent = outcome.kind === 'refused' && outcome.problem.code === 'different-answer';
      this.#setUnderWay(false);
      setBusy(isSpent);
      return outcome;
    };
  }

  /** Nothing of her stays here; the page begins anew, so that neither does anything in its memory. */
  async #clear(): Promise<void> {
    if (this.#kept && !confirm(this.#texts.forgetSure)) return;
    this.#leaveFreely();
    if (!this.#isBeside) await forgetSurvey(this.#slug);
    removeSaved(this.#slug);
    history.replaceState(null, '', `${location.pathname}${location.search}#forgotten`);
    location.reload();
  }

  /** There is nothing left in this tab that would be lost. */
  #leaveFreely(): void {
    this.#isOnlyHere = false;
    askBeforeLeaving(false);
  }

  #forgetSent(): void {
    memoryOf(this.#slug).forgetSent();
    removeSaved(this.#slug);
    show('sent-before', false);
    saying(this.#texts.forgotten);
  }

  #setUnderWay(yes: boolean): void {
    this.#isUnderWay = yes;
    setBusy(yes);
  }

  /** What goes along to the page in the other language; undefined where going there would lose something. */
  #carried(): string | undefined {
    if (this.#isUnderWay) return undefined;
    if (this.#isOnlyHere) return void saying(this.#texts.stays);
    if (this.#seed.bytes && !confirm(this.#texts.newCode)) return undefined;
    return this.#link ? fragmentOf(this.#link) : '';
  }
}
