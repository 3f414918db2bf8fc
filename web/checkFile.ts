import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { t } from '@danban/i18n';
import { build, type Plugin } from 'vite';

const name = 'virtual:check-file';
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Of all sentences of the product the file has those it says. */
const spoken = ['checking', 'common', 'home', 'verify'];

function onlySpoken(): Plugin {
  return {
    name: 'danban-only-spoken',
    transform(_, id) {
      const [, lang] = /packages\/i18n\/src\/(vi|en)\/index\.ts$/.exec(id) ?? [];
      if (lang === undefined) return null;
      const imports = spoken.map((room) => `import { ${room} } from './${room}.ts';`);
      return `${imports.join('\n')}\nexport const ${lang} = { ${spoken.map((room) => `...${room}`).join(', ')} };`;
    },
  };
}

/** One script and one style of everything the file is made of. */
async function parts(): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: false,
    root: at('.'),
    logLevel: 'warn',
    plugins: [
      onlySpoken(),
      // Names that follow from what is named, so that the same sources make the same bytes wherever they lie.
      svelte({
        configFile: false,
        compilerOptions: { rootDir: at('.'), cssHash: ({ hash, css }) => `d${hash(css)}` },
      }),
    ],
    resolve: { alias: { '$app/state': at('src/lib/checking/file/page.svelte.ts') } },
    build: {
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: at('src/lib/checking/file/main.ts'), output: { format: 'iife' } },
    },
  });
  const all = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const scripts = all.filter((one) => one.type === 'chunk');
  const styles = all.filter((one) => one.type === 'asset');
  if (scripts.length !== 1 || styles.length !== 1) {
    throw new Error(
      `the file is made of one script and one style, not of ${all.map(({ fileName }) => basename(fileName)).join(', ')}`,
    );
  }
  return { script: scripts[0]!.code.trim(), style: String(styles[0]!.source).trim() };
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Its own script, its own style, a worker made of that script, and files of the log wherever they are: nothing else. */
function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    'connect-src https: http:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The check as one file to download and keep, made of `src/lib/checking/file`. */
export async function checkFileText(): Promise<string> {
  const { script: built, style } = await parts();
  // No text within it ends the script for whoever reads the file.
  const script = built.replace(/<(\/script|!--)/gi, '\\x3c$1');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Dân Bàn</title>
<style>${style}</style>
</head>
<body>
<noscript><p>${t('vi', 'checking.noScript')}</p><p lang="en">${t('en', 'checking.noScript')}</p></noscript>
<script>${script}</script>
</body>
</html>
`;
}

/** Makes the file with the pages: its text is a module of the server. */
export function checkFile(): Plugin {
  let text: Promise<string> | undefined;
  return {
    name: 'danban-check-file',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      return `export const text = ${JSON.stringify(await (text ??= checkFileText()))};`;
    },
  };
}
