import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMarks, checkSentence, type Lang } from '@danban/i18n';
import { parseSigner, type Signer } from '@danban/merkle';
import {
  checkReceipt,
  checkSurvey,
  filesBehind,
  receiptOf,
  type Check,
  type Checked,
  type Source,
} from '@danban/verify/check';
import { checkPackage, checkPresentedBy, openedPackage } from '@danban/verify/package';
import { sha256 } from '../sha256.ts';
import { ed25519 } from './ed25519.ts';
import { presented } from './presented.ts';

// npm run verify -- URL, folder or package [--receipt CODE]: leaves with 0 when everything holds, 1 when something is wrong, 2 when it cannot tell.

const usage = `Cách dùng: npm run verify -- ĐỊA-CHỈ, THƯ-MỤC HOẶC GÓI [--receipt MÃ] [--key KHÓA] [--witness KHÓA]… [--lang vi|en]
  ĐỊA-CHỈ     trang kiểm tra của khảo sát (…/kiem-tra/<mã>) hoặc …/api/log/<mã>/
  THƯ-MỤC     thư mục của khảo sát trong bản sao của nhật ký
  GÓI         tệp .zip của gói kiểm tra
  --receipt   mã biên nhận, hoặc cả địa chỉ trong mã QR của nó
  --key       khóa của nhật ký như đã biết trước
  --witness   khóa của bên làm chứng phải có chữ ký; có thể ghi nhiều lần`;

/** Why nothing could be checked, in a sentence. */
class CannotTell extends Error {}

interface Wish {
  place: string;
  receipt: string | undefined;
  key: string | undefined;
  witnesses: Signer[];
  lang: Lang;
}

function wishOf(args: string[]): Wish {
  const text = { type: 'string' } as const;
  const options = { receipt: text, key: text, witness: { ...text, multiple: true }, lang: text } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [place, ...others] = positionals;
    const witnesses = (values.witness ?? []).map((one) => parseSigner(sha256, one));
    if (place !== undefined && others.length === 0 && witnesses.every((one) => one !== null)) {
      const lang = values.lang === 'en' ? 'en' : 'vi';
      return { place, receipt: values.receipt, key: values.key, witnesses, lang };
    }
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new CannotTell(usage);
}

function overHttp(base: string): Source {
  return {
    async read(path) {
      const response = await fetch(new URL(path, base));
      if (response.status === 404) return null;
      if (!response.ok) throw new CannotTell(`${response.url}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** npm runs commands from the root and tells where it was called. */
const whereCalled = (): string => process.env['INIT_CWD'] ?? process.cwd();

function inFolder(folder: string): Source {
  return {
    read: (path) =>
      readFile(resolve(whereCalled(), folder, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
  };
}

function sourceAt(place: string): Source {
  const address = filesBehind(place);
  return address === null ? inFolder(place) : overHttp(address);
}

const isPackage = (place: string): boolean => filesBehind(place) === null && place.endsWith('.zip');

async function packageAt(place: string) {
  const archive = await readFile(resolve(whereCalled(), place)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new CannotTell(`${place}: không có tệp này.`) : error;
  });
  const opened = openedPackage(archive);
  if (!opened) throw new CannotTell(`${place}: không phải gói kiểm tra.`);
  return opened;
}

type Package = Awaited<ReturnType<typeof packageAt>>;

/** `archive`: in a package her sheet is looked for among those with a credential as well. */
async function receiptChecks(text: string, checked: Checked, archive: Package | null): Promise<readonly Check[]> {
  const { published, openingHash } = checked;
  if (!published || openingHash === null) return [];
  const receipt = await receiptOf(text, openingHash);
  if (!receipt) throw new CannotTell('Mã biên nhận không đúng: xem lại từng nhóm năm chữ.');
  const { checks, found } = await checkReceipt(primitives, published, receipt);
  return archive ? [...checks, ...(await checkPresentedBy(archive, primitives, checked, { receipt, found }))] : checks;
}

const primitives = { sha256, verify: ed25519, ...presented };

async function checksOf({ place, receipt, key, witnesses }: Wish): Promise<readonly Check[]> {
  const expected = { witnesses, ...(key !== undefined && { key }) };
  const archive = isPackage(place) ? await packageAt(place) : null;
  const checked = await (archive
    ? checkPackage(archive, primitives, expected)
    : checkSurvey(sourceAt(place), primitives, expected));
  const ofReceipt = receipt === undefined ? [] : await receiptChecks(receipt, checked, archive);
  return [...checked.checks, ...ofReceipt];
}

async function run(args: string[]): Promise<number> {
  try {
    const wish = wishOf(args);
    const checks = await checksOf(wish);
    for (const check of checks) {
      const named = check.fault === undefined ? '' : `${check.fault}: `;
      process.stdout.write(`${checkMarks[check.result]} ${named}${checkSentence(wish.lang, check)}\n`);
    }
    return checks.some(({ result }) => result === 'wrong') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = await run(process.argv.slice(2));
