import type { Lang } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { mount, unmount, type ComponentProps } from 'svelte';
import pageStyle from '../../answering/page.css?url';
import questionsStyle from '../../answering/questions.css?url';
import { fieldsIn, fillIn } from '../../answering/browser/draft.ts';
import { tryOut } from '../../answering/trial.ts';
import tokens from '../../ui/tokens.css?url';
import TrialSheet from './TrialSheet.svelte';

interface Shown {
  survey: ComponentProps<typeof TrialSheet>['survey'];
  definition: Definition;
  lang: Lang;
}

const formIn = (page: Document): HTMLFormElement | null => page.querySelector<HTMLFormElement>('#form');

/** Dresses an empty page of a frame as a respondent's page; its links lead nowhere, but for what is to be looked at, too. */
function dress(page: Document): void {
  if (page.querySelector('link')) return;
  for (const href of [tokens, pageStyle, questionsStyle]) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    page.head.append(link);
  }
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link && !link.pathname.includes('/xem-thu/')) event.preventDefault();
  });
}

/**
 * Draws the sheet anew in the page of a frame, as its own script changes what is drawn; what was answered there and
 * where it was scrolled to stays. Gives what takes it away.
 */
export function drawIn(page: Document, shown: Shown): () => void {
  dress(page);
  page.documentElement.lang = shown.lang;
  const sheet = mount(TrialSheet, { target: page.body, props: shown });
  const form = formIn(page);
  if (form) tryOut(form);
  return () => void unmount(sheet);
}

/** Brings a question to the top of the frame, and moves nothing but the frame. */
export function show(page: Document, question: string): void {
  const place = page.getElementById(question);
  if (place) page.documentElement.scrollTop += place.getBoundingClientRect().top;
}

/** What was answered so far and where the page stands, to be taken over to the next drawing. */
export function remember(page: Document): () => void {
  const form = formIn(page);
  const fields = form ? fieldsIn(form) : [];
  const top = page.documentElement.scrollTop;
  return () => {
    const next = formIn(page);
    if (next && fields.length > 0) {
      fillIn(next, fields);
      // Questions come and rankings are put in order by what is filled in.
      next.dispatchEvent(new Event('reset'));
    }
    page.documentElement.scrollTop = top;
  };
}
