export { Chance } from './chance.ts';
export { automaticDocument, typedDocument } from './document.ts';
export { drafts, linesOf } from './drafts.ts';
export { precision, recall, scoreOf, synthetic, truths } from './measure.ts';
export { readBack } from './model.ts';
export { trials, usual } from './rates.ts';
export { revise } from './revise.ts';
