/** Presses the button of a form for whoever has scripts: one step less after a one-time link. */
export function submitBySelf(node: Element): void {
  (node as HTMLFormElement).requestSubmit();
}
