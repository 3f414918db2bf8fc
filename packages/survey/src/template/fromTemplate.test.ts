import { expect, test } from 'vitest';
import { parseDefinition } from '../parse.ts';
import { started, templates } from '../testing/templates.ts';

test('the library holds twelve templates and no definition invents or loses a question', () => {
  expect(templates).toHaveLength(12);
  for (const { template, definition, leftOut } of started) {
    const lost = leftOut.filter((one) => one.field === undefined).map((one) => one.questionId);
    const kept = definition.questions.map((question) => question.id);
    expect([...kept, ...lost].sort()).toEqual(template.questions.map((question) => question.id).sort());
  }
});

test.each(started)('$id makes a definition that its own parser takes unchanged', ({ definition }) => {
  expect(parseDefinition(definition)).toEqual({ ok: true, definition });
});

test('questions this version cannot ask are named with the reason', () => {
  const reasons = started.flatMap(({ id, leftOut }) =>
    leftOut.filter((one) => !one.field).map((one) => `${id} ${one.questionId} ${one.reason}`),
  );
  expect(reasons).toEqual([
    ...['q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q10'].map((q) => `gop-y-quy-che-chi-tieu-noi-bo ${q} type-unsupported`),
    ...['q3', 'q4', 'q5'].map((q) => `gop-y-quy-che-thi-dua-khen-thuong ${q} type-unsupported`),
    'binh-chon-guong-dan-van-kheo q5 options-from-unsupported',
    'binh-chon-guong-dan-van-kheo q6 stage-unsupported',
    'binh-chon-guong-dan-van-kheo q7 stage-unsupported',
    'hoi-nghi-vien-chuc-doi-thoai q6 type-unsupported',
    'phan-bien-nghi-quyet-hdnd-hoc-phi q10 type-unsupported',
    'phan-bien-nghi-quyet-hdnd-hoc-phi q11 type-unsupported',
  ]);
});

test('a field that no definition carries is named, and its question stays', () => {
  const meals = started.find((one) => one.id === 'bua-an-ban-tru');
  expect(meals?.leftOut).toEqual([{ questionId: 'q6', field: 'alert', reason: 'field-unsupported' }]);
  expect(meals?.definition.questions.map((question) => question.id)).toContain('q6');
});

test('doors and thresholds come over, and comments never fall below ten', () => {
  for (const { template, definition } of started) {
    expect(definition.door).toBe(template.anonymity.mode);
    expect(definition.thresholds.unit).toBe(template.anonymity.minGroup);
    expect(definition.thresholds.comments).toBeGreaterThanOrEqual(10);
  }
});

test('every text of the parent survey comes over', () => {
  const parents = started.find((one) => one.id === 'khao-sat-hai-long-phu-huynh');
  const words = JSON.stringify(parents?.definition);
  for (const question of parents?.template.questions ?? []) {
    const texts = [question.text_vi, question.text_en, question.help_vi, question.help_en].filter(
      (text) => text !== undefined,
    );
    const labels = [...question.options, ...(question.rows ?? [])].flatMap(({ vi, en }) => [vi, en]);
    for (const text of [...texts, ...labels]) expect(words).toContain(JSON.stringify(text));
  }
});
