import { randomBytes, randomInt } from 'node:crypto';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import type { Feed } from './load.ts';

const bodyBytes = 1_000;
const nonceBytes = 32;
/** The nonce and the names around it. */
const besideAnswers = 58;

/** What a phone's browser sends. */
const browser = [
  'Host: localhost',
  'User-Agent: Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
  'Accept-Encoding: gzip, deflate, br',
  'Accept-Language: vi-VN,vi;q=0.9',
];

/** `more` are further lines of the head. */
export function get(path: string, ...more: string[]): () => Feed {
  const lines = [`GET ${path} HTTP/1.1`, 'Accept: text/html', ...browser, ...more, '', ''];
  const request = Buffer.from(lines.join('\r\n'));
  return () => () => request;
}

export function post(path: string, body: Buffer): Buffer {
  const about = ['Content-Type: application/json', `Content-Length: ${body.length}`];
  return Buffer.concat([Buffer.from([`POST ${path} HTTP/1.1`, ...browser, ...about, '', ''].join('\r\n')), body]);
}

/** A whole sheet: every question answered, the written opinion as long as makes the body about 1 KB. */
function sheet(definition: Definition): Record<string, unknown> {
  const all = { ...definition, questions: definition.questions.map((question) => ({ ...question, required: true })) };
  return answersFor(all, repeatable(randomInt(2 ** 31)), 0.5);
}

/** Answers that take about 1 KB as JSON. */
export function sheetOf(definition: Definition): Record<string, unknown> {
  const text = definition.questions.find((question) => question.type === 'text')!.id;
  const answers = { ...sheet(definition), [text]: '' };
  const short = Buffer.byteLength(JSON.stringify(answers));
  const opinion = randomBytes(bodyBytes)
    .toString('base64')
    .slice(0, bodyBytes - besideAnswers - short)
    .replaceAll(/[+/]/g, ' ');
  return { ...answers, [text]: `x${opinion.trim()}` };
}

function body(definition: Definition, nonce: string): Buffer {
  return Buffer.from(JSON.stringify({ nonce, answers: sheetOf(definition) }));
}

let asked = 0;

/** Submissions of one sheet, each under a nonce nobody has used before: only its bytes are written anew. */
export function submissions(slug: string, definition: Definition): () => Feed {
  return () => {
    const own = randomBytes(12).toString('hex');
    const nonce = own.padEnd(nonceBytes, '0');
    const request = post(`/api/s/${slug}/submissions`, body(definition, nonce));
    const at = request.indexOf(nonce) + own.length;
    return () => {
      asked += 1;
      request.write(asked.toString(36).padStart(nonceBytes - own.length, '0'), at, 'latin1');
      return request;
    };
  };
}
