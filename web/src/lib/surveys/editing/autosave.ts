import type { IssueView } from '@danban/contract';
import { definitionText, merge, parseDefinition, type Clash, type Definition } from '@danban/survey';

/** A definition and the number of the save it is, or is based on. */
export interface Version {
  definition: Definition;
  revision: number;
}

/** What somebody else saved meanwhile. */
export interface Other extends Version {
  name: string;
  at: string;
}

/** What became of one save. */
export type Answer =
  { kind: 'saved' } | { kind: 'meanwhile'; other: Other } | { kind: 'unreachable' } | { kind: 'refused'; code: string };

/** How it stands with what is being written. */
export type Saving =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' | 'saving' }
  /** Something cannot be saved as it stands: an empty text, a number out of bounds. */
  | { kind: 'wrong'; issues: IssueView[] }
  /** `kept`: the device holds it until it can be saved. */
  | { kind: 'unreachable'; kept: boolean }
  | { kind: 'refused'; code: string }
  | { kind: 'clash'; other: Other; clashes: Clash[] };

/** What is written and not yet saved, with what it began from. */
export interface Unsaved {
  base: Version;
  definition: Definition;
}

/** Everything outside: the network, the device, the clock, the page. */
export interface Ways {
  save(version: Version): Promise<Answer>;
  /** Runs it later, and gives what calls it off. */
  later(ms: number, run: () => void): () => void;
  /** Keeps it on the device, or forgets it; whether the device does. */
  keep(unsaved: Unsaved | null): boolean;
  now(): number;
  /** How it stands has changed. */
  tell(saving: Saving): void;
  /** The words are others now: those of somebody else are among them. */
  show(definition: Definition, from: Other): void;
}

/** Pauses in milliseconds: after the last letter, at most in all, and between tries. */
const calm = 1_500;
const patience = 12_000;
const firstTry = 2_000;
const lastTry = 30_000;

const same = (a: Definition, b: Definition): boolean => definitionText(a) === definitionText(b);

/** Saves by itself what is written: one request at a time, again and again until it is saved. */
export class Autosave {
  readonly #ways: Ways;
  #saved: Version;
  #wanted: Definition;
  #saving: Saving = { kind: 'saved', at: null };
  #callOff: () => void = () => undefined;
  #running: Promise<void> | null = null;
  #since: number | null = null;
  #failed = 0;
  /** Sent, and no answer came: they may have been saved. */
  #unanswered: Definition[] = [];

  constructor(saved: Version, ways: Ways) {
    this.#saved = saved;
    this.#wanted = saved.definition;
    this.#ways = ways;
  }

  get saved(): Version {
    return this.#saved;
  }

  /** Goes on with what was left unsaved, from wherever it began. */
  resume({ base, definition }: Unsaved): void {
    this.#saved = base;
    this.write(definition, 0);
  }

  write(definition: Definition, pause = calm): void {
    this.#wanted = definition;
    this.#keep();
    this.#since ??= this.#ways.now();
    if (this.#saving.kind === 'clash') return;
    const left = this.#since + patience - this.#ways.now();
    if (!this.#running && this.#saving.kind !== 'unreachable') this.#tell({ kind: 'waiting' });
    this.#plan(Math.max(0, Math.min(pause, left)));
  }

  /** Saves what there is at once; true when nothing is left unsaved. */
  async settle(): Promise<boolean> {
    this.#callOff();
    // A round for what is on its way, and one for what was written meanwhile.
    for (let rounds = 0; rounds < 2 && !this.#isSettled(); rounds++) await (this.#running ?? this.#send());
    return this.#isSettled();
  }

  /** Somebody went back or forth: these are the words now, and they are saved. */
  took(version: Version): void {
    this.#saved = version;
    this.#wanted = version.definition;
    this.#rest();
  }

  /** Decides a clash: at the places both wrote, these words hold. The others' come back by undoing. */
  async decide(side: 'mine' | 'theirs'): Promise<boolean> {
    if (this.#saving.kind !== 'clash') return false;
    const { other } = this.#saving;
    const merged = merge(this.#saved.definition, this.#wanted, other.definition);
    this.#saved = other;
    this.#wanted = merged.mine;
    this.#tell({ kind: 'waiting' });
    await this.#send();
    if (side === 'theirs' && this.#isSettled()) {
      this.#wanted = merged.theirs;
      await this.#send();
    }
    if (this.#isSettled()) this.#ways.show(this.#wanted, other);
    return this.#isSettled();
  }

  #isSettled(): boolean {
    return this.#saving.kind === 'saved';
  }

  #keep(): boolean {
    return this.#ways.keep({ base: this.#saved, definition: this.#wanted });
  }

  #tell(saving: Saving): void {
    this.#saving = saving;
    this.#ways.tell(saving);
  }

  #rest(): void {
    this.#callOff();
    this.#since = null;
    this.#failed = 0;
    this.#ways.keep(null);
    this.#tell({ kind: 'saved', at: this.#ways.now() });
  }

  #plan(pause: number): void {
    this.#callOff();
    this.#callOff = this.#ways.later(pause, () => void this.#send());
  }

  async #send(): Promise<void> {
    if (this.#running || this.#saving.kind === 'clash') return;
    const parsed = parseDefinition(this.#wanted);
    if (!parsed.ok) {
      const issues = parsed.issues.map(({ path, code, params }) => ({
        path: path.join('.'),
        code,
        ...(params ? { params } : {}),
      }));
      return this.#tell({ kind: 'wrong', issues });
    }
    if (same(parsed.definition, this.#saved.definition)) return this.#rest();
    this.#tell({ kind: 'saving' });
    this.#running = this.#deliver(parsed.definition, this.#wanted).finally(() => (this.#running = null));
    return this.#running;
  }

  async #deliver(definition: Definition, wanted: Definition): Promise<void> {
    const answer = await this.#ways.save({ definition, revision: this.#saved.revision });
    if (answer.kind === 'unreachable') this.#unanswered.push(definition);
    if (answer.kind === 'saved') this.#settled({ definition, revision: this.#saved.revision + 1 }, wanted);
    else if (answer.kind === 'meanwhile') this.#meet(answer.other, definition, wanted);
    else if (answer.kind === 'refused') this.#tell(answer);
    else {
      this.#tell({ kind: 'unreachable', kept: this.#keep() });
      this.#plan(Math.min(lastTry, firstTry * 2 ** this.#failed++));
    }
  }

  #settled(saved: Version, wanted: Definition): void {
    this.#saved = saved;
    this.#failed = 0;
    this.#unanswered = [];
    if (wanted === this.#wanted) return this.#rest();
    // Written on while this was on its way.
    this.#since = this.#ways.now();
    this.#keep();
    this.#tell({ kind: 'waiting' });
    this.#plan(calm);
  }

  #meet(other: Other, sent: Definition, wanted: Definition): void {
    const lost = [sent, ...this.#unanswered].find((own) => same(own, other.definition));
    // It was saved, and only the answer was lost.
    if (lost) return this.#settled(other, lost === sent ? wanted : lost);
    const { mine, clashes } = merge(this.#saved.definition, this.#wanted, other.definition);
    if (clashes.length > 0) return this.#tell({ kind: 'clash', other, clashes });
    this.#saved = other;
    this.#wanted = mine;
    this.#keep();
    this.#ways.show(mine, other);
    this.#tell({ kind: 'waiting' });
    this.#plan(0);
  }
}
