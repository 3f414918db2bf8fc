/** What stands in the snippet, in the words of the page it is made on. */
export interface Embed {
  title: string;
  body: string;
  url: string;
  answer: string;
  until: string;
  /** The picture of the code as a `data:` address, and what it is called. */
  qr?: { src: string; alt: string };
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => named[sign]!);

/** Words, a link and a picture for somebody else's page: no script, no frame, nothing that is fetched before a click. */
export function embedSnippet({ title, body, url, answer, until, qr }: Embed): string {
  const picture = qr ? [`<p><img src="${safe(qr.src)}" alt="${safe(qr.alt)}" width="180" height="180"></p>`] : [];
  return [
    '<div>',
    `<p><strong>${safe(title)}</strong><br>${safe(body)}</p>`,
    `<p><a href="${safe(url)}" rel="noopener noreferrer">${safe(answer)}</a></p>`,
    ...picture,
    `<p>${safe(until)}</p>`,
    '</div>',
  ].join('\n');
}
