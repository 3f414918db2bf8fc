import type { UrnDb } from '@danban/db/vaults/urn';
import { allSlips } from './slips.queries.ts';

type Units = ReadonlyMap<string, number>;

const keyOf = (hash: Buffer): string => hash.toString('latin1');

/** Slips of another process are seen after a second; somebody who guesses makes us read no oftener. */
const youngest = 1_000;

/** The slips of one survey, read whole and kept in memory: which of them is looked up leaves no trace in the database. */
export class SlipBook {
  readonly #db: UrnDb;
  readonly #survey: string;
  #units: Promise<Units> | undefined;
  #readAt = 0;

  constructor(db: UrnDb, survey: string) {
    this.#db = db;
    this.#survey = survey;
  }

  async unitOf(hash: Buffer): Promise<number | undefined> {
    const known = (await this.#read()).get(keyOf(hash));
    if (known !== undefined || performance.now() - this.#readAt < youngest) return known;
    this.forget();
    return (await this.#read()).get(keyOf(hash));
  }

  /** Whether it is there at this moment, whatever is remembered. */
  async has(hash: Buffer): Promise<boolean> {
    this.forget();
    return (await this.#read()).has(keyOf(hash));
  }

  /** Slips were made or voided: read again. */
  forget(): void {
    this.#units = undefined;
  }

  #read(): Promise<Units> {
    this.#units ??= this.#readAll();
    return this.#units;
  }

  async #readAll(): Promise<Units> {
    this.#readAt = performance.now();
    try {
      const slips = await allSlips(this.#db, this.#survey);
      return new Map(slips.map(({ hash, unit }) => [keyOf(hash), unit]));
    } catch (error) {
      this.forget();
      throw error;
    }
  }
}
