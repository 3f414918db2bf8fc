import type { IssueView, SurveyView } from '@danban/contract';
import type { Definition, Door, LegalDocument } from '@danban/survey';
import { edited } from '../edits.ts';
import { applyAct, touched } from './acts.ts';
import { Autosave, type Answer, type Other, type Saving, type Unsaved } from './autosave.ts';
import { deskOf, versionOf } from './desk.ts';
import { deviceFor } from './device.ts';
import { readForm } from './readForm.ts';

/** What a page without scripts was given back to go on with. */
export interface Returned {
  unsaved: Unsaved | null;
  issues: readonly IssueView[];
  /** The question an act was done on last. */
  open: string | undefined;
}

/** What became of a step: there may be none left, or what was written before it could not be saved. */
export type Stepped = Answer | { kind: 'nothing' | 'unsaved' };

/** The draft in the hands of the person on this page: what is written, and how it stands with saving it. */
export class Draft {
  /** As the server holds it. */
  survey = $state.raw() as SurveyView;
  /** As it is written, saved or not. */
  definition = $state.raw() as Definition;
  saving = $state.raw<Saving>({ kind: 'saved', at: null });
  /** The question that was worked on last. */
  open = $state<string | undefined>();
  /** The question the hand is in, for the sheet beside it to follow. */
  at = $state<string | undefined>();
  /** Whose words have come in among these, and when they were saved. */
  merged = $state.raw<Pick<Other, 'name' | 'at'> | null>(null);
  /** Scripts run: it saves by itself. */
  alive = $state(false);
  #steps: Promise<Stepped> = Promise.resolve({ kind: 'nothing' });
  readonly #autosave: Autosave;
  readonly #desk: ReturnType<typeof deskOf>;
  #device: ReturnType<typeof deviceFor> | undefined;
  readonly #returned: Returned;
  readonly #register: readonly LegalDocument[];

  constructor(survey: SurveyView, returned: Returned, register: readonly LegalDocument[]) {
    this.survey = survey;
    this.#register = register;
    this.#returned = returned;
    this.definition = returned.unsaved?.definition ?? versionOf(survey).definition;
    this.open = returned.open;
    this.#desk = deskOf(survey.id, (view) => (this.survey = view));
    this.#autosave = new Autosave(versionOf(survey), {
      save: (version) => this.#desk.save(version),
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      keep: (unsaved) => this.#device?.keep(unsaved) ?? false,
      now: () => Date.now(),
      tell: (saving) => (this.saving = saving),
      show: (definition, { name, at }) => {
        this.definition = definition;
        this.merged = { name, at };
      },
    });
  }

  /** What cannot be saved as it stands. */
  get issues(): readonly IssueView[] {
    if (!this.alive) return this.#returned.issues;
    return this.saving.kind === 'wrong' ? this.saving.issues : [];
  }

  /** Begins to save by itself, and goes on with what a page before left unsaved on this device. */
  come(account: string): void {
    this.#device = deviceFor(account, this.survey.id);
    this.alive = true;
    const unsaved = this.#returned.unsaved ?? this.#device.kept();
    if (!unsaved) return;
    this.definition = unsaved.definition;
    this.#autosave.resume(unsaved);
  }

  typed(form: HTMLFormElement): void {
    this.#write(edited(this.definition, readForm(form), this.#register));
  }

  /** The way in that was chosen beside the form. */
  enterBy(door: Door): void {
    this.#write({ ...this.definition, door }, 0);
  }

  /** What a button of the form does; gives the question it was done on. */
  act(form: HTMLFormElement, act: string): string | undefined {
    const before = edited(this.definition, readForm(form, { lines: true }), this.#register);
    const after = applyAct(before, act);
    this.#write(after, 0);
    this.open = touched(before, after, act) ?? this.open;
    return this.open;
  }

  settle(): Promise<boolean> {
    return this.#autosave.settle();
  }

  decide(side: 'mine' | 'theirs'): Promise<boolean> {
    return this.#autosave.decide(side);
  }

  /** One step back or forth; what cannot be saved goes first. The next one begins where this one has led. */
  step(way: 'undo' | 'redo'): Promise<Stepped> {
    this.#steps = this.#steps.then(() => this.#step(way));
    return this.#steps;
  }

  async #step(way: 'undo' | 'redo'): Promise<Stepped> {
    const { saving } = this;
    if (saving.kind === 'wrong' && way === 'undo') return this.#took(this.#autosave.saved);
    if (!(await this.settle())) return { kind: 'unsaved' };
    const to = this.survey[way];
    if (to === null) return { kind: 'nothing' };
    const answer = await this.#desk.restore(to, this.survey.revision);
    if (answer.kind === 'saved') return this.#took(versionOf(this.survey));
    if (answer.kind === 'meanwhile') await this.look();
    return answer;
  }

  /** Looks whether somebody has saved meanwhile, where nothing is unsaved here. */
  async look(): Promise<void> {
    if (this.saving.kind !== 'saved') return;
    const view = await this.#desk.read();
    if (view) this.hear(view);
  }

  /** The server holds this now. */
  hear(view: SurveyView): void {
    if (this.saving.kind !== 'saved' || view.revision < this.survey.revision) return;
    const news = view.revision > this.survey.revision;
    this.survey = view;
    if (news) this.#took(versionOf(view));
  }

  #took(version: Parameters<Autosave['took']>[0]): { kind: 'saved' } {
    this.definition = version.definition;
    this.#autosave.took(version);
    return { kind: 'saved' };
  }

  #write(definition: Definition, pause?: number): void {
    this.definition = definition;
    this.merged = null;
    this.#autosave.write(definition, pause);
  }
}
