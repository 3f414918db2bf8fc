import { handOver, isSaved, removeSaved, save, savedOf, type Receipt } from './device.ts';
import { linkOf } from './link.ts';
import type { ReceiptTexts } from './texts.ts';

/** A receipt on the page after sending: in the memory of this page alone. */
export class ReceiptShown {
  readonly #root: HTMLElement;
  readonly #slug: string;
  readonly #texts: ReceiptTexts;
  #receipt: Receipt | null;

  constructor(root: HTMLElement, slug: string, receipt: Receipt | null) {
    this.#root = root;
    this.#slug = slug;
    this.#receipt = receipt;
    this.#texts = JSON.parse(root.dataset['texts'] ?? '{}') as ReceiptTexts;
    const acts: Record<string, () => void> = {
      copy: () => void this.#copy(),
      print: () => print(),
      save: () => this.#save(),
      remove: () => this.#remove(),
      without: () => this.#forget(),
    };
    for (const [what, act] of Object.entries(acts)) this.#find(`[data-do=${what}]`)?.addEventListener('click', act);
    this.#find<HTMLFormElement>('#again form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const field = this.#find<HTMLInputElement>('#typed');
      if (field && this.#receipt) void this.#takeCode(field, this.#receipt);
    });
    // The same page in the other language is another page of this tab.
    const other = document.querySelector('header a[hreflang]');
    other?.addEventListener('click', () => this.#receipt && handOver(slug, this.#receipt));
  }

  begin(): void {
    this.#showSaved();
    this.#show('[data-step=check]', true);
    if (this.#receipt?.code) return this.#showCode(this.#receipt, this.#receipt.code);
    this.#show(isSaved(this.#slug) ? '[data-step=noted]' : '[data-step=none], [data-step=noted]', true);
    this.#show('#again', this.#receipt !== null);
  }

  #showCode(own: Receipt, code: string): void {
    this.#show('[data-step=none], [data-step=noted]', false);
    this.#find('[data-slot=code]')?.replaceChildren(code);
    this.#show('.doubt', !own.holds);
    this.#show('[data-step=shown]', true);
    void this.#drawQr(this.#linkOf(own, code));
  }

  async #drawQr(link: string): Promise<void> {
    const drawn = await import('./qr.ts').catch(() => null);
    if (drawn) this.#find('[data-slot=qr]')?.replaceChildren(drawn.qrOf(link));
    this.#show('.qr', drawn !== null);
  }

  #linkOf(own: Receipt, code: string): string {
    return linkOf(new URL(this.#root.dataset['check'] ?? '', location.href).href, code, own);
  }

  /** She has noted the code herself: typed once more, it stands beside the promise. */
  async #takeCode(field: HTMLInputElement, own: Receipt): Promise<void> {
    const { codeTyped } = await import('./typed.ts');
    const read = await codeTyped(field.value, own, this.#texts);
    const wrong = 'wrong' in read ? read.wrong : '';
    this.#find('#typed-error')?.replaceChildren(wrong);
    field.toggleAttribute('aria-invalid', wrong !== '');
    if ('wrong' in read) return field.focus();
    field.value = '';
    this.#receipt = { ...own, code: read.code };
    this.#showCode(own, read.code);
    this.#find('[data-step=shown] h2')?.focus();
  }

  async #copy(): Promise<void> {
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(this.#receipt?.code ?? ''))
      .then(
        () => true,
        () => false,
      );
    this.#say(copied ? this.#texts.copied : this.#texts.copyFailed);
  }

  #save(): void {
    const own = this.#receipt;
    this.#say(own?.code && save(this.#slug, this.#linkOf(own, own.code)) ? this.#texts.saved : this.#texts.saveFailed);
    this.#showSaved();
  }

  #remove(): void {
    removeSaved(this.#slug);
    this.#showSaved();
    this.#say(this.#texts.removed);
  }

  /** One of somebody else who uses this device is not written over. */
  #showSaved(): void {
    const saved = savedOf(this.#slug);
    this.#show('[data-do=save]', saved === null);
    this.#show('[data-step=kept]', saved !== null);
    this.#find('[data-slot=use]')?.setAttribute('href', saved ?? '');
  }

  /** Nothing of it stays on this page. */
  #forget(): void {
    if (!confirm(this.#texts.withoutSure)) return;
    this.#receipt = null;
    for (const slot of ['code', 'qr']) this.#find(`[data-slot=${slot}]`)?.replaceChildren();
    this.#show('[data-step=shown]', false);
  }

  #find<Found extends HTMLElement>(what: string): Found | null {
    return this.#root.querySelector<Found>(what);
  }

  #show(what: string, yes: boolean): void {
    this.#find(what)?.toggleAttribute('hidden', !yes);
  }

  #say(text: string): void {
    this.#find('[data-slot=said]')?.replaceChildren(text);
  }
}
