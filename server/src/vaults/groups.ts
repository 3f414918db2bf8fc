/** What waits for a commit that others may share, and how whoever sent it is told. */
export type Waiting<What, Result> = What & { done: (result: Result) => void; failed: (error: unknown) => void };

interface Measure {
  largest?: number;
  /** Fewer wait for the first to return: many small commits would cost all of them more than the wait. */
  worthASecond?: number;
}

/** While one group is on its way to the disk the next is made ready; a third would only make the groups small. */
const mostUnderWay = 2;

/**
 * Adaptive group commit (or whatever else is cheaper done together): while one is on its way what arrives waits together, and leaves when that one has returned or
 * there is enough for a second beside it. `commit` answers everybody in the group; where it throws, all of them have failed.
 */
export class Groups<What, Result> {
  readonly #commit: (group: Waiting<What, Result>[]) => Promise<void>;
  readonly #largest: number;
  readonly #worthASecond: number;
  #queue: Waiting<What, Result>[] = [];
  #underWay = 0;
  #gathering = false;

  constructor(
    commit: (group: Waiting<What, Result>[]) => Promise<void>,
    { largest = 512, worthASecond = 16 }: Measure = {},
  ) {
    this.#commit = commit;
    this.#largest = largest;
    this.#worthASecond = worthASecond;
  }

  add(what: What): Promise<Result> {
    return new Promise((done, failed) => {
      this.#queue.push({ ...what, done, failed });
      this.#gather();
    });
  }

  /** What arrives in one turn of the loop leaves together. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#underWay >= mostUnderWay) return;
    if (this.#queue.length < (this.#underWay === 0 ? 1 : this.#worthASecond)) return;
    const group = this.#queue.splice(0, this.#largest);
    this.#underWay += 1;
    void this.#commit(group)
      .catch((error: unknown) => group.forEach((one) => one.failed(error)))
      .finally(() => {
        this.#underWay -= 1;
        this.#gather();
      });
  }
}
