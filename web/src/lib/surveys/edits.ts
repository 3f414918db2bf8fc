import {
  cite,
  facets,
  mayDecide,
  type Definition,
  type Facet,
  type LegalBasis,
  type LegalDocument,
  type Question,
  type Text,
} from '@danban/survey';
import { pasteLines } from './editing/items.ts';
import { marked, planAt } from './editing/planEdits.ts';

/** Names of the fields of the editor: where in the definition their text stands, as the API names it in issues. */
export const questionPath = (index: number): string => `questions.${index}`;

type Read = (name: string) => string;

/** A text as typed; English left empty is left out, so that the Vietnamese is shown. */
function textAt(path: string, read: Read): Text {
  const vi = read(`${path}.vi`);
  const en = read(`${path}.en`);
  return en.trim() === '' ? { vi } : { vi, en };
}

/** An explanation may be taken away altogether. */
function helpAt(path: string, read: Read): { help?: Text } {
  const help = textAt(path, read);
  return help.vi.trim() === '' && help.en === undefined ? {} : { help };
}

function itemsAt<Item extends { text: Text }>(path: string, items: readonly Item[], read: Read): Item[] {
  return items.map((item, index) => ({ ...item, text: textAt(`${path}.${index}.text`, read) }));
}

/** What is pasted into the box of lines comes behind what is there. */
function itemsWithLines<Item extends { id: string; text: Text }>(
  path: string,
  list: 'option' | 'row',
  items: readonly Item[],
  read: Read,
): Item[] {
  const kept = itemsAt(`${path}.${list}s`, items, read);
  return pasteLines(kept, list, read(`${path}.${list}Lines`)) as Item[];
}

/** Present only where it holds, as the definition wants it. */
const flag = <Name extends string>(name: Name, holds: boolean): Partial<Record<Name, true>> =>
  holds ? ({ [name]: true } as Record<Name, true>) : {};

function mottoAt(path: string, read: Read): { motto?: Facet[] } {
  const motto = facets.filter((facet) => read(`${path}.motto.${facet}`) !== '');
  return motto.length > 0 ? { motto } : {};
}

/**
 * The question that decides, and which of its options; nothing to ask always, or `kept` for a condition that names a
 * question which cannot decide. Whoever takes the last option away asks always.
 */
function showIfAt({ showIf }: Question, path: string, questions: readonly Question[], read: Read): Condition {
  const kept = showIf ? { showIf } : {};
  const asked = read(`${path}.showIf`);
  const decides = questions.find(({ id }) => id === asked);
  if (!decides || !mayDecide(decides)) return asked === 'kept' ? kept : {};
  const ids = decides.options.map(({ id }) => id);
  if (showIf?.question !== asked) return { showIf: { question: asked, anyOf: ids.slice(0, 1) } };
  const anyOf = ids.filter((id) => read(`${path}.anyOf.${id}`) !== '');
  if (anyOf.length > 0) return { showIf: { question: asked, anyOf } };
  return showIf.anyOf.some((id) => ids.includes(id)) ? {} : kept;
}
type Condition = Pick<Question, 'showIf'>;

/** A whole number where one is typed; otherwise what stood there. */
const numberAt = (path: string, before: number, read: Read): number => {
  const typed = read(path);
  return typed === '' ? before : Number(typed);
};

function ofItsType(question: Question, path: string, read: Read): object {
  switch (question.type) {
    case 'multi':
    case 'rank': {
      const most = read(`${path}.maxChoices`);
      return most === '' ? {} : { maxChoices: Number(most) };
    }
    case 'number':
      return {
        min: numberAt(`${path}.min`, question.min, read),
        max: numberAt(`${path}.max`, question.max, read),
      };
    case 'text':
      return { maxLength: numberAt(`${path}.maxLength`, question.maxLength, read) };
    default:
      return {};
  }
}

function withoutEdited(question: Question): Question {
  const { help: _h, sensitive: _s, headline: _l, motto: _m, showIf: _i, ...rest } = question;
  if (!('maxChoices' in rest)) return rest;
  const { maxChoices: _c, ...others } = rest;
  return others;
}

function editedQuestion(question: Question, path: string, questions: readonly Question[], read: Read): Question {
  return {
    ...withoutEdited(question),
    text: textAt(`${path}.text`, read),
    ...helpAt(`${path}.help`, read),
    required: read(`${path}.required`) !== '',
    ...flag('sensitive', read(`${path}.sensitive`) !== ''),
    ...flag('headline', read('headline') === question.id),
    ...mottoAt(path, read),
    ...showIfAt(question, path, questions, read),
    ...ofItsType(question, path, read),
    ...('options' in question ? { options: itemsWithLines(path, 'option', question.options, read) } : {}),
    ...('rows' in question ? { rows: itemsWithLines(path, 'row', question.rows, read) } : {}),
  } as Question;
}

const names = ['unit', 'comments', 'sensitive'] as const;

/** Whom it asks, by which door, and how many answers a figure needs. */
function headAt(definition: Definition, read: Read): Partial<Definition> {
  const chosen = <Name extends 'audienceKind' | 'countUnit' | 'door'>(name: Name) =>
    (read(name) || definition[name]) as Definition[Name];
  const thresholds = { ...definition.thresholds };
  for (const name of names) thresholds[name] = numberAt(`thresholds.${name}`, thresholds[name], read);
  return {
    title: textAt('title', read),
    intro: textAt('intro', read),
    audience: textAt('audience', read),
    audienceKind: chosen('audienceKind'),
    countUnit: chosen('countUnit'),
    door: chosen('door'),
    estMinutes: numberAt('estMinutes', definition.estMinutes, read),
    ...flag('urgent', read('urgent') !== ''),
    thresholds,
  };
}

/** A place-holder of a template that was rewritten is filled in; what is named beside the list comes behind it. */
function basesAt({ legalBases }: Definition, read: Read, register: readonly LegalDocument[]): LegalBasis[] {
  const kept = legalBases.map(({ certainty, ...basis }, at) => {
    const text = textAt(`legalBases.${at}.text`, read);
    const open = certainty === 'configurable' && text.vi !== basis.text.vi;
    return { ...basis, text, ...(certainty === undefined || open ? {} : { certainty }) };
  });
  const named = cite(read('cite'), kept, register);
  return named ? [...kept, named] : kept;
}

/** Whether organisations answer as well may be taken back. */
function rulesKept({ rules }: Definition, read: Read): Pick<Definition, 'rules'> {
  if (!rules) return {};
  const { orgTrack, ...others } = rules;
  return { rules: orgTrack && read('rules.orgTrack') !== '' ? { ...others, orgTrack } : others };
}

/** The definition with what was typed and chosen in the posted editor. Ids and types stay as they are. */
export function edited(definition: Definition, read: Read, register: readonly LegalDocument[]): Definition {
  const { plan: _, urgent: _u, ...unplanned } = definition;
  const { plan } = planAt(definition, read);
  return {
    ...unplanned,
    ...(plan ? { plan } : {}),
    ...headAt(definition, read),
    ...rulesKept(definition, read),
    legalBases: basesAt(definition, read, register),
    questions: definition.questions.map((question, index, all) => {
      const now = marked(editedQuestion(question, questionPath(index), all, read), plan);
      // What nobody touched is the same as before, so that a page need not draw it again.
      return JSON.stringify(now) === JSON.stringify(question) ? question : now;
    }),
  };
}
