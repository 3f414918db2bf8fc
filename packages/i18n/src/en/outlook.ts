import type { outlook as vi } from '../vi/outlook.ts';
import type { Translation } from '../translation.ts';

export const outlook = {
  'outlook.title': 'How much of the results will be shown?',
  'outlook.lead': 'An estimate before opening, from the numbers of people asked alone; it uses nobody’s answers.',
  'outlook.open': 'Look closer and try other numbers',
  'outlook.assumed': 'Try other numbers',
  'outlook.rate': 'Of 100 people asked, how many answer?',
  'outlook.rateHint': 'Try 60, 80 and 100 to see what difference it makes.',
  'outlook.each': 'At each place of unknown size: about how many people?',
  'outlook.eachHint': 'The number of people is unknown at {unknown} of {places} places.',
  'outlook.all': 'About how many people are asked?',
  'outlook.allHint': 'This number is not known. What is filled in is for the estimate alone.',
  'outlook.shares': 'Question {number}: {question}',
  'outlook.sharesHint':
    'Of 100 people who answer, about how many choose each line? They need not sum to 100. What is filled in is an even split.',
  'outlook.silent': 'Leave this question blank',
  'outlook.again': 'Estimate again',
  'outlook.result': 'Estimate',
  'outlook.own':
    'If {answering} of {asked} {who} answer, about {percent} will read the results of their very own unit.',
  'outlook.whole': 'If {answering} of {asked} {who} answer, the overall results will be shown.',
  'outlook.wholeHidden': 'If {answering} of {asked} {who} answer, not even the overall results can be shown.',
  'outlook.nobody': 'Nobody is asked yet, so nothing can be estimated.',
  'outlook.groups': 'Of {groups} groups of the breakdowns about {shown} are shown.',
  'outlook.caption': 'How many results are shown, by breakdown and level',
  'outlook.totals': 'Overall results of each unit',
  'outlook.by': 'By question {number}: {question}',
  'outlook.crossed': 'Crossed: question {first} and question {second}',
  'outlook.level': 'Where',
  'outlook.shown': 'Shown',
  'outlook.share': 'Share',
  'outlook.level.top': 'Everybody together',
  'outlook.level.next': 'Each unit right below',
  'outlook.level.below': 'Each unit {level} levels below',
  'outlook.ofGroups': '{shown} of {groups}',
  'outlook.sampled': 'The organisation is very large: this estimate looks at {sampled} units, evenly chosen.',
  'outlook.caveat':
    'The real numbers depend on who answers. When results are counted, questions nearly everybody answers alike are protected as well.',
  'outlook.warnings': 'Worth another look before opening',
  'outlook.fine': 'With these numbers there is nothing to mend.',
  'outlook.warn.units-too-small':
    '{units} of {of} places expect fewer than {fewest} answers, so they will hardly have results of their own. Better ask them together with the unit above.',
  'outlook.warn.too-few':
    'Fewer than {fewest} answers are expected, so hardly any result will be shown. Better ask together with another unit.',
  'outlook.warn.own-unit-rarely-shown':
    'Only about {percent} will read the results of their very own unit; the others see those of units above alone. Better ask by fewer, larger units.',
  'outlook.warn.breakdown-never-shown':
    '{name}: the largest place expects {people} answers in {groups} groups, while {least} are needed. No group will be shown. Better drop this breakdown.',
  'outlook.warn.one-category':
    'Question {number}: nearly everybody chooses “{option}”, so no groups can be compared. Better drop this breakdown.',
  'outlook.warn.silent':
    'Question {number}: nearly everybody leaves it blank, so no groups can be compared. Better drop this breakdown.',
  'outlook.warn.category-too-small':
    'Question {number}: in the whole survey only about {people} choose “{option}”, while each group needs {least} answers. Better merge this option with another.',
  'outlook.warn.category-nobody':
    'Question {number}: nobody is expected to choose “{option}”. Better drop this option or merge it with another.',
  'outlook.warn.breakdown-mostly-hidden.units':
    '{name}: only {shown} of {groups} groups are shown, because most units have too few people. Better ask by fewer units, or rely on the results of units above alone.',
  'outlook.warn.breakdown-mostly-hidden.groups':
    '{name}: only {shown} of {groups} groups are shown, because many groups have too few people. Better merge options, or drop this breakdown.',
} satisfies Translation<typeof vi>;
