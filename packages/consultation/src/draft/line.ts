/** One line of a draft as a person reads it: without marks of Markdown or Word, its number written out. */
export interface DraftLine {
  text: string;
  /** Level of a heading, 1 to 9, where the file says that the line is one. */
  heading?: number;
  /** Whether a paragraph begins here: a paragraph of Word, or a line after an empty one. */
  begins: boolean;
  /** A row of a table, its cells parted by " | ". */
  row?: true;
  /** This line, unlike most of the file, has letters and marks apart (NFD); the text here is composed all the same. */
  decomposed?: true;
}

/** What a person should know about how a file was read. */
export type ReadingNote =
  | 'tracked-insertions-accepted'
  | 'tracked-deletions-dropped'
  | 'headers-left-out'
  | 'footnotes-left-out'
  | 'hidden-text-left-out'
  | 'pictures-left-out'
  | 'comments-left-out'
  | 'page-numbers-left-out'
  | 'legacy-font-converted';

/** A file as lines, with what was noticed on the way and the fields of a front matter (`title: …`), if there is one. */
export interface Draft {
  lines: DraftLine[];
  notes: ReadingNote[];
  about: Record<string, string>;
}
