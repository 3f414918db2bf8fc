import type { listening as vi } from '../vi/listening.ts';
import type { Translation } from '../translation.ts';

export const listening = {
  'listening.title': 'Listening index',
  'listening.about':
    'Once the answers are out, the people who were consulted are asked again, once and anonymously: was your point answered?',
  'listening.index': '{index} of 100',
  'listening.finding':
    'Of {valid} forms of people who gave an opinion, {fully} say it was answered fully, {partly} partly and {no} not at all.',
  'listening.between':
    'Had everybody who gave an opinion answered, it would lie between {low} and {high} (95% confidence).',
  'listening.tooFew': 'Few answers, so that one or two change it much.',
  'listening.protected': 'Protected: the counts of this question are not shown here, and so the index is not.',
  'listening.nobody': 'No index yet: no form is of somebody who gave an opinion.',
  'listening.changed': 'No index: the question it is made of was rewritten before the survey opened.',
  'listening.how': 'How it is made',
  'listening.howText':
    'Forms that say the point was answered fully, and half of those that say partly, divided by all forms of people who gave an opinion, times 100. {outside} forms of people who gave none or left the question out do not count.',
  'listening.howPlain':
    'Forms that say the point was answered fully, and half of those that say partly, divided by all forms of people who gave an opinion, times 100.',
  'listening.again': 'Its people were asked again about the answers: listening index {index} of 100.',
  'listening.againPlain': 'Its people were asked again about the answers.',
  'listening.read': 'See the listening index',
  'listening.closedOn': 'Asked until {date}.',
  'listening.toSurvey': 'See what people said',
  'listening.toConsultation': 'See the consultation: {title}',
  'listening.csv': 'Download CSV',
  'listening.json': 'Download JSON',
  'listening.column.consultation': 'Consultation',
  'listening.column.survey': 'Follow-up',
  'listening.column.closedOn': 'Follow-up closed on',
  'listening.column.index': 'Listening index (0–100)',
  'listening.column.low': '95% interval, from',
  'listening.column.high': '95% interval, to',
  'listening.column.valid': 'Forms of people who gave an opinion',
  'listening.column.fully': 'Answered fully',
  'listening.column.partly': 'Answered partly',
  'listening.column.no': 'Not answered',
  'listening.column.outside': 'No opinion given, or left out',
  'listening.column.checksum': 'Checksum of the results',

  'followUp.title': 'Ask people again',
  'followUp.text':
    'Ask the people who were consulted whether their points were answered. Four questions are ready, for the same people, by the same kind of door, under the same thresholds. They make the listening index, which stands on the board of commitments and on the page of results.',
  'followUp.once':
    'A consultation is asked about again once. Who answered it cannot be known, and nothing joins the new form with the old.',
  'followUp.make': 'Make the follow-up',
  'followUp.notYet':
    'It can be made once the results and the answers are published, so that people can read them before they answer.',
  'followUp.made': 'The follow-up of this consultation is here:',
  'followUp.judged': 'The head of the unit does not ask people about her own answers.',
  'followUp.follows': 'This survey asks the people of a consultation again:',
  'followUp.keep':
    'The first question and its options are best left as they are: rewritten, they make no listening index.',
  'followUp.listed':
    'The list of who is invited was copied from the consultation if it was still kept, without those struck off. Please look through it before opening.',

  'again.title': 'You are asked again',
  'again.text': 'This form is about the answers to the consultation “{title}”.',
  'again.apart': 'Nothing joins it with the form you may have sent then: whether you did cannot be known.',
  'again.read': 'Read the answers',
  'again.withdrawn': 'The answers are not public at present.',
} satisfies Translation<typeof vi>;
