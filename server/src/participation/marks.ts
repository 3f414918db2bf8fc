import type { RosterDb } from '@danban/db/vaults/roster';
import { Groups, type Waiting } from '../vaults/groups.ts';
import { isMarked, markCollected, type Mark } from './queries.ts';

type Asked = Waiting<Mark & { survey: string }, boolean>;

/** Two commits that share invitations take them in one order, so neither waits for the other. */
const byCode = (a: Asked, b: Asked): number => Buffer.compare(a.codeHash, b.codeHash);

/** Marks invitations as used, many by one commit: each is good for one request, and for the same request again. */
export class Marks {
  readonly #db: RosterDb;
  readonly #groups = new Groups<Mark & { survey: string }, boolean>((group) => this.#commit(group));

  constructor(db: RosterDb) {
    this.#db = db;
  }

  /** Whether this request is the one that counts; durable when it says so. */
  async mark(survey: string, mark: Mark): Promise<boolean> {
    return (await this.#groups.add({ ...mark, survey })) || isMarked(this.#db, survey, mark);
  }

  async #commit(group: Asked[]): Promise<void> {
    for (const [survey, asked] of Map.groupBy(group.sort(byCode), (one) => one.survey)) {
      const marked = await markCollected(this.#db, survey, asked);
      for (const [at, one] of asked.entries()) one.done(marked.has(at));
    }
  }
}
