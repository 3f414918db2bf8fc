/** What a person without scripts sent: the page comes back with it, and finds by itself what was wrong with it. */
export interface Attempt {
  raw: Record<string, unknown>;
  /** The code of her slip as she typed it, where the survey is entered by code. */
  code?: string;
  /** A refusal of the whole sheet ("closed", "try again"), as a problem code; `telling`: its writer is to look at its words. */
  problem?: string;
}

export interface RenderedPage {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Pages are drawn by the web; the server is handed the pen. `path` carries the language as `?lang=en`. */
export interface Pages {
  render(path: string, attempt?: Attempt): Promise<RenderedPage>;
}
