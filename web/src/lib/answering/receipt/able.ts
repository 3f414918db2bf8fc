/** Whether this browser can derive keys and hash: everything a credential or a receipt rests on, but for the storage. */
export const canDerive = (): boolean =>
  isSecureContext && typeof BigInt !== 'undefined' && 'isWellFormed' in String.prototype;
