/** Two versions and their links, one a line: old path, new path, relation; `·` where there is no counterpart. */
export interface Pair {
  name: string;
  before: string;
  after: string;
  links: string;
}
