import { forgetSurvey } from './device.ts';
import { readFragment, takeLink } from './link.ts';
import { saying, textsOnPage } from './steps.ts';
import { Visit } from './visit.ts';

const cleared = location.hash === '#forgotten';
const link = takeLink();
const form = document.querySelector<HTMLFormElement>('#form');
if (form) {
  void new Visit(form, link).begin();
  if (cleared) saying(textsOnPage().forgotten);
}
// A closed survey takes no form any more, so neither draft nor credential needs to stay on the device.
const closed = document.querySelector<HTMLElement>('[data-closed]')?.dataset['closed'];
if (closed) void forgetSurvey(closed);
// A second link opened over this page changes its fragment and nothing else.
addEventListener('hashchange', () => readFragment(location.hash) && location.reload());
