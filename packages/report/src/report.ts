/** Who issues a document decides its head (NĐ 30/2020/NĐ-CP, Phụ lục I; of the Party, HD 36-HD/VPTW; of the Youth Union, HD 29-HD/TWĐTN-VP). */
export type HeadStyle = 'state' | 'party' | 'front' | 'union' | 'youth';

export interface Head {
  style: HeadStyle;
  /** The body above the issuer; null where none stands above it. */
  above: string | null;
  issuer: string;
  /** What follows the blank number: `BC-CĐGD`. */
  symbol: string;
  place: string;
  /** The day and the month stay blank for who signs. */
  year: number;
}

/** A document of a kind with a name, or an official letter (công văn), which has none and says under its number what it is about. */
export type Opening =
  { kind: 'titled'; type: string; subject: string } | { kind: 'letter'; about: string; to: readonly string[] };

/** Cells of words over several lines: what they are about, once, then one row for each thing said about it. */
export interface WordGroup {
  about: string;
  rows: readonly (readonly string[])[];
}

/** Words, or a number, which is written as Vietnamese writes it. */
export type Cell = string | number;

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** `Căn cứ …`, one to a line, without a sign at the end. */
  | { kind: 'bases'; bases: readonly string[] }
  /** Small and upright under what it explains. */
  | { kind: 'note'; text: string }
  /** The first column says what the others are about. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly Cell[])[] }
  /** What the columns are called and how wide they are beside each other; the first holds what a group is about. */
  | { kind: 'words'; columns: readonly { title: string; share: number }[]; groups: readonly WordGroup[] }
  /** Dotted lines for what people write themselves. */
  | { kind: 'room'; lines: number };

/** `I. Thông tin chung`, or an appendix that begins a page of its own; null for words that need no title. */
export interface Section {
  title: string | null;
  appendix?: boolean;
  blocks: readonly Block[];
}

/** Right half: `TM. BAN CHẤP HÀNH`, then the office; the name stays blank. */
export interface Signature {
  authority: string | null;
  office: string;
}

export interface Report {
  head: Head;
  opening: Opening;
  /** Wide tables lie on their side. */
  landscape?: boolean;
  sections: readonly Section[];
  signature: Signature;
  /** `Nơi nhận`, without hyphens and signs at the end. The last says where it is kept. */
  recipients: readonly string[];
}
