/** Answers not yet sent and the nonce they will be sent under. Kept on the device and nowhere else. */
export interface Draft {
  nonce: string;
  fields: [string, string][];
}

export interface Memory {
  draft(): Draft | null;
  keep(draft: Draft): void;
  forget(): void;
  hasSent(): boolean;
  rememberSent(): void;
  forgetSent(): void;
}

/** A browser may refuse storage: then everything works but nothing is remembered. */
export function memoryOf(slug: string, storage: () => Storage): Memory {
  const draftKey = `danban.draft.${slug}`;
  const sentKey = `danban.sent.${slug}`;
  const attempt = <T>(act: (storage: Storage) => T): T | null => {
    try {
      return act(storage());
    } catch {
      return null;
    }
  };
  return {
    draft: () => attempt((kept) => JSON.parse(kept.getItem(draftKey) ?? 'null') as Draft | null),
    keep: (draft) => void attempt((kept) => kept.setItem(draftKey, JSON.stringify(draft))),
    forget: () => void attempt((kept) => kept.removeItem(draftKey)),
    hasSent: () => attempt((kept) => kept.getItem(sentKey)) !== null,
    rememberSent: () => void attempt((kept) => kept.setItem(sentKey, '1')),
    forgetSent: () => void attempt((kept) => kept.removeItem(sentKey)),
  };
}

/** 24 random bytes as 32 characters of base64url. */
export function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** What the form holds, without the server's own fields and without empty ones. */
export function fieldsIn(form: HTMLFormElement): Draft['fields'] {
  const entries = [...new FormData(form)] as [string, string][];
  return entries.filter(([name, value]) => name !== 'nonce' && name !== 'lang' && value !== '');
}

export function fillIn(form: HTMLFormElement, fields: Draft['fields']): void {
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type !== 'radio' && field.type !== 'checkbox') field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
}
