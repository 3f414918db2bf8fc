import { cellsOf, numberOf, type ReleasePage } from '@danban/contract';
import { correctionSentence, formatDate, inLang, t, writtenSentence, type Lang, type Who } from '@danban/i18n';
import type { Block, Report, Section } from '@danban/report';
import { facets } from '@danban/survey';
import { answersBlocks } from './answers.ts';
import { heading, note, room, text } from '../../documents/blocks.ts';
import { headFor, recipientsFor, signatureFor, type Issuer } from '../../documents/issuer.ts';
import { findingFor, type Answered } from './questions.ts';
import { findingsOf } from './stances.ts';

function general(lang: Lang, { survey, thresholds, release }: ReleasePage): Section {
  const { body, unit } = survey;
  const { unit: least, sensitive } = thresholds;
  const dates = {
    date: formatDate(lang, survey.closedOn),
    number: release.number,
    made: formatDate(lang, release.madeOn),
  };
  return {
    title: t(lang, 'report.general'),
    blocks: [
      text(t(lang, 'report.asked', { title: inLang(lang, survey.title), body, unit })),
      text(t(lang, release.kind === 'interim' ? 'report.open' : 'report.closed', dates)),
      ...(correctionSentence(lang, release) === '' ? [] : [text(correctionSentence(lang, release))]),
      text(t(lang, 'report.door', { door: t(lang, `results.door.${survey.door}`) })),
      text(t(lang, 'report.promise', { rule: t(lang, 'results.rules.threshold', { unit: least, sensitive }) })),
      text(t(lang, 'results.rules.hidden')),
    ],
  };
}

/** Each part of the motto with what came out of the questions on it. */
function motto(lang: Lang, page: ReleasePage, answered: readonly Answered[], who: Who): Block[] {
  const blocks = facets.flatMap((facet) => {
    const about = answered.filter(({ question }) => question.motto.includes(facet));
    const lines = about.map((one) => {
      const said = { number: numberOf(page, one.question.id), finding: findingFor(lang, one, who) };
      return text(t(lang, 'report.mottoLine', said));
    });
    return lines.length === 0 ? [] : [heading(t(lang, `facet.${facet}`)), ...lines];
  });
  return blocks.length === 0 ? [text(t(lang, 'report.mottoNone'))] : blocks;
}

function opinions(lang: Lang, { written = [], comments }: ReleasePage): Block[] {
  if (written.length === 0) return [text(t(lang, 'report.opinionsNone'))];
  const asked = written.map((question) =>
    text(t(lang, 'report.question', { number: question.number, text: inLang(lang, question.text) })),
  );
  return [...asked, text(writtenSentence(lang, comments.received))];
}

/** What only people can write. */
function toWrite(lang: Lang): Section[] {
  const judged = (['good', 'lacking', 'causes'] as const).flatMap((part) => [
    heading(t(lang, `report.${part}`)),
    room(3),
  ]);
  return [
    { title: t(lang, 'report.judgement'), blocks: judged },
    { title: t(lang, 'report.proposals'), blocks: [text(t(lang, 'report.proposalsFor')), room(3)] },
  ];
}

function method(lang: Lang, { survey, questions, thresholds, release }: ReleasePage): Section {
  const isRouted = questions.some(({ showIf }) => showIf);
  const { sensitive } = thresholds;
  return {
    title: t(lang, 'report.method'),
    appendix: true,
    blocks: [
      text(t(lang, 'results.rules.uniform')),
      ...(isRouted ? [text(t(lang, 'results.rules.routed', { sensitive }))] : []),
      ...(release.kind === 'interim' ? [] : [text(t(lang, 'results.rules.frozen'))]),
      text(t(lang, 'report.elsewhere')),
      note(t(lang, 'report.hash', { hash: survey.definitionHash })),
      note(t(lang, 'report.checksum', { checksum: release.checksum })),
    ],
  };
}

/** A release as a report (NĐ 30/2020, BÁO CÁO): its page of the whole, and nothing that the page does not say. */
export function reportOf(page: ReleasePage, issuer: Issuer, lang: Lang): Report {
  const who = page.survey.countUnit ?? 'person';
  const cells = cellsOf(page, page.units[0]!.cells);
  const answered = page.questions
    .map((question, at) => ({ question, cells: cells[at]! }))
    .toSorted((a, b) => numberOf(page, a.question.id) - numberOf(page, b.question.id));
  return {
    head: headFor(issuer, Number(page.release.madeOn.slice(0, 4)), 'BC'),
    opening: {
      kind: 'titled',
      type: t(lang, 'report.type'),
      subject: t(lang, 'report.subject', { title: inLang(lang, page.survey.title) }),
    },
    sections: [
      general(lang, page),
      { title: t(lang, 'report.answers'), blocks: answersBlocks(lang, page, who) },
      { title: t(lang, 'report.findings'), blocks: findingsOf(lang, page, answered, who) },
      { title: t(lang, 'report.motto'), blocks: motto(lang, page, answered, who) },
      { title: t(lang, 'report.opinions'), blocks: opinions(lang, page) },
      ...toWrite(lang),
      method(lang, page),
    ],
    signature: signatureFor(issuer, lang),
    recipients: recipientsFor(issuer, page.survey.unit, lang),
  };
}
