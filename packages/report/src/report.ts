/** Who issues a document decides its head (NĐ 30/2020/NĐ-CP, Phụ lục I; of the Party, HD 36-HD/VPTW). */
export type HeadStyle = 'state' | 'party' | 'front' | 'union';

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

/** Words, or a number, which is written as Vietnamese writes it. */
export type Cell = string | number;

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Small and upright under what it explains. */
  | { kind: 'note'; text: string }
  /** The first column says what the others are about. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly Cell[])[] }
  /** Dotted lines for what people write themselves. */
  | { kind: 'room'; lines: number };

/** `I. Thông tin chung`, or an appendix that begins a page of its own. */
export interface Section {
  title: string;
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
  /** `BÁO CÁO` and what it is about. */
  type: string;
  subject: string;
  sections: readonly Section[];
  signature: Signature;
  /** `Nơi nhận`, without hyphens and signs at the end. The last says where it is kept. */
  recipients: readonly string[];
}
