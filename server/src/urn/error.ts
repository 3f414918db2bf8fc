export type UrnCode = 'standby-behind' | 'standbys-unseen';

/** Why the urn cannot do something now. The code is what the log shows; docs/operations.md says what to do. */
export class UrnError extends Error {
  readonly code: UrnCode;

  constructor(code: UrnCode) {
    super(`urn: ${code}`);
    this.name = 'UrnError';
    this.code = code;
  }
}
