/** One save. `content` is the revision whose words it has: its own number unless it went back or forth. */
export interface Revision {
  revision: number;
  content: number;
}

export interface Steps {
  undo: number | null;
  redo: number | null;
}

/** Where undoing and redoing lead from the newest of these revisions, which come newest first. */
export function stepsAmong(revisions: readonly Revision[]): Steps {
  const current = revisions[0];
  if (!current) return { undo: null, redo: null };
  const contentOf = new Map(revisions.map(({ revision, content }) => [revision, content]));
  // The words that stood there when these were written.
  const before = (content: number): number | null => contentOf.get(content - 1) ?? null;
  const writtenFrom = (content: number) =>
    revisions.find((one) => one.revision === one.content && before(one.content) === content)?.content ?? null;
  const wentBack = current.content !== current.revision;
  return { undo: before(current.content), redo: wentBack ? writtenFrom(current.content) : null };
}
