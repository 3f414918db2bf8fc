/** Answers not yet sent and the nonce they will be sent under. Kept on the device and nowhere else. */
export interface Draft {
  nonce: string;
  fields: [string, string][];
}

export interface Memory {
  draft(): Draft | null;
  /** Whether the draft was written in this very tab, which a phone may have put away and loaded again. */
  isOfThisTab(): boolean;
  keep(draft: Draft): void;
  /** Somebody else sits at this tab: the draft is kept, and asked about first. */
  leaveTab(): void;
  forget(): void;
  /** The seed, as its code, of a sheet that is under way with this nonce; in this tab alone. */
  seed(nonce: string): string | null;
  keepSeed(nonce: string, code: string): void;
  hasSent(): boolean;
  rememberSent(): void;
  forgetSent(): void;
}

/** A browser may refuse storage: then everything works but nothing is remembered. */
function attempt<T>(act: (device: Storage, tab: Storage) => T): T | null {
  try {
    return act(localStorage, sessionStorage);
  } catch {
    return null;
  }
}

/** What this device keeps of one survey, and nowhere else. */
export function memoryOf(slug: string): Memory {
  const draftKey = `danban.draft.${slug}`;
  const sentKey = `danban.sent.${slug}`;
  const seedKey = `danban.seed.${slug}`;
  return {
    draft: () => attempt((device) => JSON.parse(device.getItem(draftKey) ?? 'null') as Draft | null),
    isOfThisTab: () => attempt((_, tab) => tab.getItem(draftKey)) !== null,
    keep: (draft) =>
      void attempt((device, tab) => {
        device.setItem(draftKey, JSON.stringify(draft));
        tab.setItem(draftKey, '1');
      }),
    leaveTab: () => void attempt((_, tab) => tab.removeItem(draftKey)),
    forget: () =>
      void attempt((device, tab) => {
        device.removeItem(draftKey);
        tab.removeItem(draftKey);
        tab.removeItem(seedKey);
      }),
    seed: (nonce) =>
      attempt((_, tab) => {
        const [of, code = null] = (tab.getItem(seedKey) ?? '').split(' ');
        return of === nonce ? code : null;
      }),
    keepSeed: (nonce, code) => void attempt((_, tab) => tab.setItem(seedKey, `${nonce} ${code}`)),
    hasSent: () => attempt((device) => device.getItem(sentKey)) !== null,
    rememberSent: () => void attempt((device) => device.setItem(sentKey, '1')),
    forgetSent: () => void attempt((device) => device.removeItem(sentKey)),
  };
}

/** Of a shared computer: it keeps nothing, not even for the tab. */
export const noMemory: Memory = {
  draft: () => null,
  isOfThisTab: () => false,
  keep: () => undefined,
  leaveTab: () => undefined,
  forget: () => undefined,
  seed: () => null,
  keepSeed: () => undefined,
  hasSent: () => false,
  rememberSent: () => undefined,
  forgetSent: () => undefined,
};

/** 24 random bytes as 32 characters of base64url. */
export function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** The server's own fields, and the code of a slip: whoever opens the draft later must not find the slip with it. */
const notKept = ['nonce', 'lang', 'code'];

/** The answers the form holds, without empty ones. */
export function fieldsIn(form: HTMLFormElement): Draft['fields'] {
  const entries = [...new FormData(form)] as [string, string][];
  return entries.filter(([name, value]) => !notKept.includes(name) && value !== '');
}

export function fillIn(form: HTMLFormElement, fields: Draft['fields']): void {
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type !== 'radio' && field.type !== 'checkbox') field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
}
