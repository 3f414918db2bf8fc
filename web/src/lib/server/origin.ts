const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A post that no page of ours has sent. SameSite cookies are the first wall; every browser names the Origin of a post,
 * so one that is missing is refused, too. `publicOrigin` counts where a proxy changes the host.
 */
export function isForeignPost(request: Request, publicOrigin: string): boolean {
  if (reads.has(request.method)) return false;
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return true;
  return origin !== publicOrigin && new URL(origin).host !== request.headers.get('host');
}
