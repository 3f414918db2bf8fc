// Recomputes every figure of this evidence pack from the other files in it. Needs Node alone: node kiem-tra.mjs
// Shares no code with the product that made the pack.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const at = (name) => new URL(name, import.meta.url);
const bytes = (name) => readFileSync(at(name));
const json = (name) => (existsSync(at(name)) ? JSON.parse(bytes(name).toString('utf8')) : null);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

const problems = [];
const check = (holds, sentence) => {
  if (!holds) problems.push(sentence);
};

// 1. No file was altered, none is missing.
const { files } = json('manifest.json');
for (const { name, sha256: hash } of files)
  check(existsSync(at(name)) && sha256(bytes(name)) === hash, `Tệp ${name} đã bị sửa hoặc bị thiếu.`);

// 2. The published answers are one chain: each row holds the hash of the row before.
const rows = json('tra-loi.json')?.rows ?? [];
let previous = null;
for (const [place, row] of rows.entries()) {
  const { seq, content, hash } = row;
  const linked = JSON.stringify({ content, previous, seq: place + 1 });
  const holds = seq === place + 1 && row.previous === previous && sha256(row.body) === content;
  check(holds && sha256(linked) === hash, `Câu trả lời số ${seq} không khớp với chuỗi mã băm.`);
  previous = hash;
}

// 3. Each version of the draft is what its hash says.
const versions = json('du-thao.json');
for (const { number, tree } of versions)
  check(sha256(bytes(`du-thao-${number}.json`)) === tree, `Dự thảo số ${number} không khớp với mã băm khi công bố.`);

// 4. Every figure, counted anew.
const figures = {};
const add = (name, count = 1) => (figures[name] = (figures[name] ?? 0) + count);

const standing = new Map();
for (const { body } of rows) {
  const answer = JSON.parse(body);
  standing.set(answer.cluster, answer);
}
// Answers to organisations are counted apart from those to people.
const [toPoints, toPeople] = [true, false].map((ofPoint) =>
  [...standing.values()].filter(({ point }) => Boolean(point) === ofPoint),
);
figures['answers'] = toPeople.length;
figures['answers.points'] = toPoints.length;
figures['answers.rows'] = rows.length;
if (previous !== null) figures['answers.head'] = previous;
for (const { resolution, clause } of toPeople) {
  add(`answers.${resolution}`);
  if (clause) add('answers.withClause');
}

// Each commitment is that of the answer that stands, in the state that follows from its marks and its last day.
const board = json('cam-ket.json');
const answersTo = (cluster) =>
  rows.map(({ seq, body }) => ({ seq, ...JSON.parse(body) })).filter((one) => one.cluster === cluster);
const isPromised = (one, { text, owner, due }) => one?.text === text && one.owner === owner && one.due === due;
/** Marks that speak of it as it stands: those on the answers since it was put so, the newest first. */
function marksOf({ marks, ...promise }) {
  const given = answersTo(promise.cluster);
  const changed = given.findLastIndex(({ commitment }) => !isPromised(commitment, promise));
  return marks.filter(({ seq }) => seq >= given[changed + 1]?.seq);
}
const stateOf = (one) => {
  const [last] = marksOf(one);
  if (last?.kind === 'kept') return last.checks[0]?.verdict === 'objected' ? 'disputed' : 'kept';
  return board.on > one.lastDay ? 'late' : 'open';
};
for (const one of board.commitments) {
  const holds = isPromised(standing.get(one.cluster)?.commitment, one) && one.lastDay >= one.due;
  check(holds && one.state === stateOf(one), `Cam kết “${one.text}” không khớp với câu trả lời đã công bố.`);
}
const promising = [...standing.values()].filter(({ commitment }) => commitment);
check(promising.length === board.commitments.length, 'Danh sách cam kết không đủ các cam kết đã công bố.');
figures['commitments'] = board.commitments.length;
for (const state of ['late', 'disputed', 'open', 'kept'])
  figures[`commitments.${state}`] = board.commitments.filter((one) => stateOf(one) === state).length;

figures['commitments.confirmed'] = board.commitments.filter(
  (one) => stateOf(one) === 'kept' && marksOf(one)[0].checks[0]?.verdict === 'confirmed',
).length;
// What was said of them, and what the inspection board found of that, each line under its hash: nothing else is on the board.
const lines = json('cam-ket-dong.json');
for (const { body, hash } of [...lines.marks, ...lines.checks])
  check(sha256(body) === hash, 'Một dòng về cam kết không khớp với mã băm của nó.');
const hashesIn = (evidence) => evidence.map(({ media, size, sha256: hash }) => [media, size, hash]);
const saidOf = board.commitments.flatMap(({ marks }) => marks);
for (const { number, kind, words, by, on, files: evidence, checks } of saidOf) {
  const line = lines.marks.find((one) => one.number === number);
  const { answer, mark, ...told } = JSON.parse(line?.body ?? '{}');
  const isLine = mark?.kind === kind && mark.words === words && told.by === by && told.on === on;
  const isEvidence = JSON.stringify(hashesIn(told.files ?? [])) === JSON.stringify(hashesIn(evidence));
  const isOfAnswer = rows.some(({ seq, hash }) => seq === answer?.seq && hash === answer.hash);
  check(isLine && isEvidence && isOfAnswer, `Dòng “${words}” về cam kết không khớp với bản đã ghi.`);
  const found = lines.checks
    .map(({ body }) => JSON.parse(body))
    .filter((one) => one.mark.number === number && one.mark.hash === line?.hash);
  const inOrder = JSON.stringify(
    found.map(({ check: { verdict, words: why }, by: board, on: day }) => [verdict, why, board, day]),
  );
  const shown = checks.toReversed().map((one) => [one.verdict, one.words, one.by, one.on]);
  check(inOrder === JSON.stringify(shown), `Lời của Ban Thanh tra nhân dân về “${words}” không khớp với bản đã ghi.`);
}

const opinions = json('y-kien.json');
if (opinions) {
  figures['opinions'] = opinions.published;
  figures['opinions.themes'] = opinions.clusters.length;
  figures['opinions.texts'] = opinions.groups.reduce((sum, { texts }) => sum + texts.length, 0);
}

const { organisations, clauses } = json('to-chuc.json');
figures['organisations'] = organisations.length;
figures['organisations.points'] = clauses.reduce((sum, { points }) => sum + points.length, 0);

figures['versions'] = versions.length;
for (const { number } of versions)
  figures[`versions.${number}.clauses`] = json(`du-thao-${number}.json`).clauses.length;

// What became of each clause people may answer to.
const changes = json('thay-doi.json');
const answerable = (number) =>
  new Set(
    json(`du-thao-${number}.json`)
      .clauses.filter((one) => one.answerable)
      .map(({ path }) => path),
  );
if (changes) {
  const [before, after] = [answerable(changes.from.number), answerable(changes.to.number)];
  for (const { relation, from, to } of changes.changes)
    if (from.some(({ path }) => before.has(path)) || to.some(({ path }) => after.has(path))) add(`changes.${relation}`);
}

// Of the results: who answered, and for each clause how many took which position. What is protected has no figure.
const results = json('ket-qua.json');
const [whole] = results.units;
const { participation } = whole;
if (participation.kind === 'exact') {
  figures['results.respondents'] = participation.respondents;
  if (participation.invited !== null) figures['results.invited'] = participation.invited;
}
if (results.onPaper?.sheets) figures['results.onPaper'] = results.onPaper.sheets;
let table = 0;
for (const question of results.questions)
  for (const { options } of question.tables) {
    const cell = whole.cells[table++];
    if (question.type !== 'stance' || !Array.isArray(cell)) continue;
    const counts = cell.slice(-options.length);
    for (const [option, count] of counts.entries()) figures[`stances.${question.id}.${option + 1}`] = count;
  }

const claimed = json('so-lieu.json');
for (const name of new Set([...Object.keys(figures), ...Object.keys(claimed)]))
  check(
    figures[name] === claimed[name],
    `Số liệu ${name}: hồ sơ ghi ${claimed[name] ?? 'không có'}, đếm lại được ${figures[name] ?? 'không có'}.`,
  );

// 5. The official table holds every answer, as it went out.
const told = json('bang-tong-hop.json').about.flatMap(({ said }) => said);
const answered = told.filter(({ answer }) => answer !== null);
check(answered.length >= standing.size, 'Bảng tổng hợp không có đủ các câu trả lời đã công bố.');
const inTable = ({ title, point, resolution }) =>
  answered.some(({ by, opinion, answer }) => {
    const isSaid = point
      ? by.some(({ name }) => name === point.organisation) && opinion.includes(point.opinion)
      : opinion === title;
    return isSaid && answer.resolution === resolution;
  });
for (const { title, ...answer } of standing.values())
  check(inTable({ title, ...answer }), `Bảng tổng hợp không có câu trả lời cho “${title}”.`);

for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length === 0)
  console.log(`✓ ${files.length} tệp còn nguyên, ${Object.keys(figures).length} số liệu đếm lại đều khớp.`);
process.exit(problems.length === 0 ? 0 : 1);
