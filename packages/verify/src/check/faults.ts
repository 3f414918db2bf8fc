/** What is looked at, in this order. */
export const checkNames = [
  'package',
  'log',
  'key',
  'opening',
  'definition',
  'tree',
  'leaves',
  'closing',
  'release',
  'publication',
  'tables',
  'recount',
  'credentials',
  'promise',
  'recorded',
  'counted',
  'presented',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What may be wrong. A name never changes its meaning: commands and pages show it. */
export const faultNames = [
  // Of the log
  'missing-file',
  'log-signature',
  'log-altered',
  'log-forked',
  'witness-missing',
  'key-replaced',
  'survey-unknown',
  // Of what a survey was opened as
  'opening-altered',
  'definition-altered',
  'tree-altered',
  // Of its sheets
  'leaf-altered',
  'leaf-dropped',
  'leaf-added',
  'leaf-order',
  // Of its release
  'release-altered',
  'tables-altered',
  'tables-size',
  'figure-differs',
  // Of a package
  'package-signature',
  'package-altered',
  'credentials-altered',
  'credentials-order',
  'credential-elsewhere',
  'credential-forged',
  'credential-signature',
  'credential-doubled',
  'credential-unpublished',
  'credentials-too-many',
  'credentials-differ',
  // Of a receipt
  'promise-forged',
  'promise-unkept',
  'counted-otherwise',
  'not-counted',
  'not-presented',
] as const;
export type FaultName = (typeof faultNames)[number];

/** One look: it holds, is not to be said yet, or is wrong in a way that has a name. */
export interface Check {
  readonly name: CheckName;
  readonly result: 'holds' | 'not-yet' | 'not-offered' | 'wrong';
  readonly fault?: FaultName;
  /** Figures and places the sentence about it names. */
  readonly params?: Readonly<Record<string, string | number>>;
}

type Params = Check['params'];

export const holds = (name: CheckName, params: Params = {}): Check => ({ name, result: 'holds', params });
export const notYet = (name: CheckName): Check => ({ name, result: 'not-yet' });
export const notOffered = (name: CheckName): Check => ({ name, result: 'not-offered' });
export const wrong = (name: CheckName, fault: FaultName, params: Params = {}): Check => ({
  name,
  result: 'wrong',
  fault,
  params,
});
