import { expect, test } from 'vitest';
import { embedSnippet } from './embed.ts';

const embed = {
  title: 'Khảo sát <script>alert(1)</script> "A" & \'B\'',
  body: 'Công đoàn',
  url: 'https://khaosat.example.vn/s/4k7vq2m9x8bd',
  answer: 'Trả lời',
  until: 'Đến 17 giờ',
};

test('what people wrote stays words in somebody else’s page', () => {
  const snippet = embedSnippet({ ...embed, qr: { src: 'data:image/png;base64,AA==', alt: '" onerror="x' } });
  expect(snippet).not.toMatch(/<script|" onerror/);
  expect(snippet).toContain('Khảo sát &lt;script&gt;alert(1)&lt;/script&gt; &quot;A&quot; &amp; &#39;B&#39;');
});

test('it fetches nothing, runs nothing, frames nothing, and tells nobody where the reader came from', () => {
  const snippet = embedSnippet({ ...embed, qr: { src: 'data:image/png;base64,AA==', alt: 'Mã QR' } });
  expect(snippet).not.toMatch(/<(script|iframe|link|style)|\son\w+=|src="(?!data:)/);
  expect(snippet).toContain('rel="noopener noreferrer"');
  expect(embedSnippet(embed)).not.toContain('<img');
});
