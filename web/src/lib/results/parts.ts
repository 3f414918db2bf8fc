/** A part of the page of results, by its place and what it is called. */
export interface Part {
  id: string;
  label: string;
}
