import { hiddenSentence, inLang, t, type Lang } from '@danban/i18n';
import { csvText, type Value } from '@danban/tables';
import type { OpenOpinions } from './openOpinions.ts';

/** Published opinions as a table: what they are, an empty line, then a row each in the order they stand in on the page. */
export function commentsCsv(published: OpenOpinions, lang: Lang): string {
  const head = [
    t(lang, 'opinions.fileTitle', { title: inLang(lang, published.title) }),
    t(lang, 'opinions.masked'),
    hiddenSentence(lang, published.hidden),
  ];
  const rows: Value[][] = head.filter((line) => line !== '').map((line) => [line]);
  return csvText(
    [...rows, [], ...(published.only === 'texts' ? texts(published, lang) : themes(published, lang))],
    lang,
  );
}

function texts({ groups }: OpenOpinions, lang: Lang): Value[][] {
  const columns = [
    t(lang, 'opinions.id'),
    ...[t(lang, 'results.number'), t(lang, 'results.asked')],
    ...[t(lang, 'opinions.clauseKey'), t(lang, 'opinions.version')],
    t(lang, 'opinions.one'),
  ];
  const rows = groups.flatMap(({ question, clause, texts }) => {
    const asked: Value[] = question
      ? [question.number, inLang(lang, question.text)]
      : ['', t(lang, 'opinions.together')];
    const about: Value[] = clause ? [clause.key, clause.version] : ['', ''];
    return texts.map(({ id, text }) => [id, ...asked, ...about, text]);
  });
  return [columns, ...rows];
}

function themes({ clusters }: OpenOpinions, lang: Lang): Value[][] {
  const columns = [t(lang, 'opinions.theme'), t(lang, 'opinions.count')];
  return [columns, ...clusters.map(({ title, opinions }) => [title, opinions ?? t(lang, 'opinions.some')])];
}
