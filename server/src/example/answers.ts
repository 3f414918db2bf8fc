import { type Definition, placesOf, type Question } from '@danban/survey';
import { between, oneOf, type Chance } from './chance.ts';

const opinions = [
  'Cô giáo chủ nhiệm rất tận tình, gia đình yên tâm.',
  'Mong nhà trường sửa lại nhà vệ sinh khu B.',
  'Sân trường giờ tan học còn lộn xộn, đề nghị có người điều tiết.',
  'Các khoản thu nên thông báo sớm hơn để gia đình chuẩn bị.',
  'Con tôi thích các buổi trải nghiệm, mong có thêm.',
  'Nước uống mùa nóng đôi khi không đủ.',
  'Họp phụ huynh nên để phụ huynh được nói nhiều hơn.',
  'Thư viện cần thêm sách mới.',
];

/** Leans towards the favourable end by the mood of the school: 0 gloomy, 1 glad. The last place is "don't know". */
function leaning(chance: Chance, mood: number, options: readonly { id: string; score?: number | null }[]): string {
  const scored = options.filter((option) => option.score !== null);
  const unsure = options.find((option) => option.score === null);
  if (unsure && chance() < 0.05) return unsure.id;
  const draw = (chance() + chance() + mood * 2) / 4;
  return scored[Math.min(scored.length - 1, Math.floor(draw * scored.length))]!.id;
}

function someOf(chance: Chance, question: Extract<Question, { type: 'multi' }>): string[] {
  const alone = question.options.find((option) => option.exclusive);
  if (alone && chance() < 0.1) return [alone.id];
  const many = question.options.filter((option) => !option.exclusive);
  const count = between(chance, 1, Math.min(question.maxChoices ?? 3, 3, many.length));
  return [...new Set(Array.from({ length: count }, () => oneOf(chance, many).id))];
}

function someRanked(chance: Chance, question: Extract<Question, { type: 'rank' }>): Record<string, number> {
  const drawn = question.options.map((option) => ({ id: option.id, lot: chance() })).sort((a, b) => a.lot - b.lot);
  return Object.fromEntries(drawn.slice(0, placesOf(question)).map(({ id }, at) => [id, at + 1]));
}

function answerTo(chance: Chance, mood: number, question: Question): unknown {
  switch (question.type) {
    case 'single':
      return oneOf(chance, question.options).id;
    case 'scale':
      return leaning(chance, mood, question.options);
    case 'matrix':
      return Object.fromEntries(question.rows.map((row) => [row.id, leaning(chance, mood, question.options)]));
    case 'multi':
      return someOf(chance, question);
    case 'rank':
      return someRanked(chance, question);
    case 'stance':
      return { choice: oneOf(chance, question.options).id };
    case 'number':
      return Math.round(question.min + (question.max - question.min) * chance() ** 2);
    case 'text':
      return oneOf(chance, opinions);
  }
}

function isSkipped(chance: Chance, question: Question): boolean {
  if (question.required) return false;
  return chance() < (question.type === 'text' ? 0.8 : 0.1);
}

/** One plausible answer sheet of the example; nobody has ever given it. */
export function answersFor(definition: Definition, chance: Chance, mood: number): Record<string, unknown> {
  const answered = definition.questions.filter((question) => !isSkipped(chance, question));
  return Object.fromEntries(answered.map((question) => [question.id, answerTo(chance, mood, question)]));
}
