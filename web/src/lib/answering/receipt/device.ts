/** What a respondent holds to check that her sheet was counted (docs/verify.md); bytes are base64url. */
export interface Receipt {
  /** The seed as its code; none where she alone has noted it. */
  code: string | null;
  /** The key of the sheet and the opening it was derived under: so that a code which is typed can be held against them. */
  key: string;
  opening: string;
  /** SHA-256 of the sheet's text. */
  sheet: string;
  leaf: string;
  closesAt: string;
  signature: string;
  /** Whether the promise is of just this sheet, signed by the key of the log. */
  holds: boolean;
}

const prefix = 'danban.receipt.';
const nameOf = (slug: string): string => prefix + slug;

/** A browser may refuse storage: then there is nothing to hand over and nothing to keep. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** To the page that comes next in this tab, and to no other. */
export const handOver = (slug: string, receipt: Receipt): void =>
  void attempt(() => sessionStorage.setItem(nameOf(slug), JSON.stringify(receipt)));

/** What the page before has handed over; it is in this page's memory from then on. */
export function takeOver(slug: string): Receipt | null {
  return attempt(() => {
    const receipt = JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null') as Receipt | null;
    sessionStorage.removeItem(nameOf(slug));
    return receipt;
  });
}

/** Kept on the device, as the link that checks it, because she said so; whether the browser did. */
export const save = (slug: string, link: string): boolean =>
  attempt(() => {
    localStorage.setItem(nameOf(slug), link);
    return true;
  }) ?? false;

/** The link that checks it. */
export const savedOf = (slug: string): string | null => attempt(() => localStorage.getItem(nameOf(slug)));

export const isSaved = (slug: string): boolean => savedOf(slug) !== null;

export const removeSaved = (slug: string): void => void attempt(() => localStorage.removeItem(nameOf(slug)));

/** The one this device keeps of the survey that is checked under this link, with the link it was answered by. */
export const savedFor = (results: string): { slug: string; link: string } | null =>
  attempt(() => {
    const kept = Object.entries(localStorage) as [string, string][];
    const [name, link] = kept.find(
      ([name, link]) => name.startsWith(prefix) && link.includes(`/kiem-tra/${results}#`),
    )!;
    return { slug: name.slice(prefix.length), link };
  });
