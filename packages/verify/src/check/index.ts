export { checkNames, faultNames, type Check, type CheckName, type FaultName } from './faults.ts';
export type { Found } from './findSheet.ts';
export type { Expectations } from './log.ts';
export { readReceipt, receiptOf } from './readReceipt.ts';
export { checkReceipt, type Published, type Receipt } from './receipt.ts';
export { filesBehind, type Primitives, type Source, type Watch } from './source.ts';
export { checkSurvey, type Checked } from './survey.ts';
