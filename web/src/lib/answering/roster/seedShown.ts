import { fill } from './steps.ts';

const protocol = () => import('./protocol.ts');

/** A seed drawn here, shown as its recovery code until it has been used. */
export class SeedShown {
  #bytes: Uint8Array | undefined;

  get bytes(): Uint8Array | undefined {
    return this.#bytes;
  }

  async draw(): Promise<void> {
    const { SEED_BYTES, seedCode } = await protocol();
    this.#bytes = crypto.getRandomValues(new Uint8Array(SEED_BYTES));
    fill('code', seedCode(this.#bytes));
  }

  async copy(): Promise<void> {
    const { seedCode } = await protocol();
    await navigator.clipboard.writeText(seedCode(this.#bytes!));
  }

  forget(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
    fill('code', '');
  }
}
