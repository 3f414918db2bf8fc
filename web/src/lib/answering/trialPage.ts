import { tryOut } from './trial.ts';

const form = document.querySelector<HTMLFormElement>('#form');
if (form) tryOut(form);
