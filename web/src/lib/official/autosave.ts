import './enter.ts';
import { draftIn, revisionIn } from './posted.ts';

/** Saved when the hand has rested for so long. */
const rest = 2_500;

const form = document.querySelector<HTMLFormElement>('form#opinion');
const status = document.querySelector<HTMLElement>('#saved');

/** Only eases what the buttons do without it: sends what is typed, one request at a time. */
function watch(form: HTMLFormElement, status: HTMLElement): void {
  const revision = form.querySelector<HTMLInputElement>('input[name="revision"]')!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onItsWay: Promise<void> | null = null;
  let stopped = false;
  const say = (what: 'saved' | 'saving' | 'unsaved' | 'conflict'): void => {
    status.textContent = form.dataset[what] ?? '';
  };

  async function save(): Promise<void> {
    say('saving');
    const typed = new FormData(form);
    const body = JSON.stringify({ revision: revisionIn(typed), body: draftIn(typed) });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(form.dataset['api']!, { method: 'PUT', headers, body }).catch(() => null);
    if (answer?.ok) {
      revision.value = String(((await answer.json()) as { revision: number }).revision);
      return say('saved');
    }
    // Somebody else wrote meanwhile: the button shows both.
    stopped = answer?.status === 409;
    say(stopped ? 'conflict' : 'unsaved');
  }

  function soon(): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      if (onItsWay) return soon();
      onItsWay = save().finally(() => (onItsWay = null));
    }, rest);
  }

  form.addEventListener('input', soon);
  form.addEventListener('submit', (event) => {
    stopped = true;
    clearTimeout(timer);
    if (!onItsWay) return;
    // What was pressed is based on the save that is still on its way.
    event.preventDefault();
    const { submitter } = event;
    void onItsWay.finally(() => form.requestSubmit(submitter));
  });
}

if (form && status) watch(form, status);
