import { expect, test } from 'vitest';
import { actCodes, acts, detailsOf, isActCode, objectKinds } from './acts.ts';

test('an act is named by a thing and what is done with it', () => {
  for (const code of actCodes) expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
  expect(isActCode('survey.open')).toBe(true);
  for (const text of ['', 'survey', 'toString', '__proto__', 'survey.open ']) expect(isActCode(text)).toBe(false);
});

test('every act is done to an object of the closed list', () => {
  for (const code of actCodes) expect(objectKinds).toContain(acts[code].object);
});

test('details carry what the list allows', () => {
  expect(detailsOf('survey.edit', { added: 1, removed: 0, changed: 2 })).toEqual({ added: 1, removed: 0, changed: 2 });
});

test('a field that is not on the list is refused, for every act', () => {
  for (const code of actCodes) {
    const { success, error } = acts[code].details.safeParse({ address: '198.51.100.7' });
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain('unrecognized_keys');
  }
});

test('free text finds no field: a sentence is no code, no id that long, no time', () => {
  const sentence = 'Tôi là Nguyễn Văn A, lớp 10A1, tôi không hài lòng. '.repeat(3);
  for (const code of actCodes) {
    const fields = Object.keys(acts[code].details.shape);
    for (const field of fields) {
      const { error } = acts[code].details.safeParse({ [field]: sentence });
      expect(error?.issues.map((issue) => issue.path[0])).toContain(field);
    }
  }
});
