import type { surveys as vi } from '../vi/surveys.ts';
import type { Translation } from '../translation.ts';

export const surveys = {
  'state.draft': 'Draft',
  'state.scheduled': 'Scheduled',
  'state.open': 'Open',
  'state.paused': 'Paused',
  'state.closing': 'Counting',
  'state.closed': 'Closed',
  'state.released': 'Results ready',
  'state.archived': 'Archived',
  'state.cancelled': 'Cancelled',

  'new.title': 'New survey',
  'new.lead': 'Choose a template. Every word of it can still be changed afterwards.',
  'new.template': 'Template',
  'new.templateMeta': '{questions} questions, about {minutes} minutes',
  'new.audience': 'For: {audience}',
  'new.notYet': 'Can be written, not opened yet: {count} templates (why)',
  'new.who': 'Who asks, and where',
  'new.body': 'Body that asks',
  'new.bodyHint': 'Its name stands at the top of the form.',
  'new.unit': 'Unit that is asked',
  'new.unitHint': 'Units below it are included.',
  'new.submit': 'Make the draft',
  'new.noBody': 'This account acts for no body yet, so it cannot make surveys. Please ask your administrator.',
  'new.noBodyHere':
    'The body you act for is not active in this unit. Please choose another unit, or ask your administrator.',
  'new.chooseTemplate': 'Please choose a template.',
  'door.open_link': 'One link for everybody',
  'door.unit_link': 'One link per unit',
  'door.one_time_code': 'Printed slips, one use each',
  'door.roster': 'By list of invited people',

  'door.means.open_link':
    'Whoever has the link can answer. Easiest to send; one person answering several times cannot be prevented, and results do not tell units apart.',
  'door.means.unit_link':
    'Each unit sends its own link. Results tell units apart; one person answering several times still cannot be prevented.',
  'door.means.one_time_code':
    'Slips are printed, shuffled, and everybody draws one. One answer per slip, the unit is known and the person is not; no smartphone is needed, the code can be typed. Paper has to be printed and handed out.',
  'door.means.roster':
    'Each person on a list is invited by a link of her own. One answer per person, not linkable to a name. Needs a list and a modern browser.',
  'survey.openedOn': 'Opened on {date}',
  'survey.draftedAt': 'Made at {at}',
  'survey.by': '{body} asks at {unit}',
  'survey.questions': 'The form',
  'survey.showQuestions': 'Show {count} questions',
  'survey.editLead': 'Edit the Vietnamese and English wording. Where English is empty, the Vietnamese is shown.',
  'survey.vi': 'Vietnamese',
  'survey.en': 'English',
  'survey.titleField': 'Title',
  'survey.introField': 'Introduction',
  'survey.question': 'Question {number}',
  'survey.questionText': 'Question',
  'survey.help': 'Further explanation',
  'survey.option': 'Option {number}',
  'survey.row': 'Item {number}',
  'survey.required': 'An answer is required',
  'survey.requiredShort': 'required',
  'survey.sensitive': 'sensitive',
  'survey.saveDraft': 'Save draft',
  'survey.savedDraft': 'The draft is saved.',
  'survey.frozen': 'The wording was locked at opening, so that everybody answers the same form.',
  'survey.type.single': 'one choice',
  'survey.type.multi': 'several choices',
  'survey.type.scale': 'scale',
  'survey.type.matrix': 'several items',
  'survey.type.number': 'number',
  'survey.type.rank': 'order',
  'survey.type.stance': 'position on a clause',
  'survey.orgTrack': 'Organisations answer as well, by letter and by name',
  'survey.showIf': 'Asked only of those who choose {options} in question {number}.',
  'survey.type.text': 'free text',

  'open.title': 'Open the survey',
  'open.closesAt': 'Accept forms until',
  'open.closesAtHint': 'Vietnamese time. Once open, the date can only be moved later.',
  'open.consequences': 'When it opens:',
  'open.consequence.frozen': 'The questions are locked and can no longer be changed.',
  'open.consequence.links': 'Whoever has the link can answer; no account is needed.',
  'open.consequence.threshold': 'Units with fewer than {least} forms show no figures of their own.',
  'open.consequence.noPeek': 'Nobody, the organizer included, sees results before it closes.',
  'open.errors': 'Must be mended first',
  'open.warnings': 'Worth a thought',
  'open.noIssues': 'Nothing is left to mend. It can open.',
  'open.submit': 'Open this survey',
  'links.each': 'There will be {count} links, one for each unit: {names}.',
  'links.single': 'There will be one link: {names}.',
  'links.andMore': '{names} and {count} more',
  'links.notItself': '{unit} has no link of its own.',
  'links.one': 'There will be one link for the whole of {unit}.',
  'links.takeOne': 'Use one link for the whole of {unit}',
  'links.oneMeans': 'One link is easy to send; results are not told apart by unit.',
  'links.takeEach': 'Use {count} links, one for each unit',
  'links.eachMeans': 'With a link for each unit, results can be told apart by unit.',
  'open.start': 'Open the survey …',
  'open.opened': 'The survey is open. Share the link below.',
  'opening.title': 'The survey is opening',
  'opening.keys': '{done} of {all} keys made for the units',
  'opening.text':
    'Each unit has a key of its own, so that no answer can be traced to a name. This takes some minutes; then the survey opens by itself. This page updates itself; you may leave it.',
  'opening.asked': 'The survey is on its way to opening.',
  'opening.stop': 'Stop opening…',
  'opening.stopText':
    'The survey is a draft again and nobody can answer yet. Keys that are made are kept for next time.',
  'opening.stopDo': 'Stop, back to the draft',
  'open.dateMissing': 'Please choose when it closes.',

  'opening.words-as-given': 'Still the sample words “{words}”. Please write your own.',
  'opening.english-behind': 'Some English may be behind the Vietnamese that was rewritten.',
  'opening.urgent-no-mail':
    'Urgent messages are turned on, but there is no server of mail. Please turn them off, or ask your administrator.',
  'opening.urgent-no-contact':
    'Urgent messages are turned on, but nobody is named to receive them. Please turn them off, or ask your administrator to name somebody.',
  'opening.no-unit': 'The unit that is asked has no units to send links to.',
  'opening.roster-empty': 'The list of who may answer is empty.',
  'opening.roster-too-many-units':
    'The list makes {units} groups by unit, more than the {most} one survey takes. Please ask in several surveys, or raise the threshold so that small units are counted together.',
  'opening.roster-unit-gone':
    'The list has {people} people of units that are not (or no longer) below the unit that asks.',
  'opening.threshold-too-low': 'Forms about a person and forms for children need a threshold of at least {least}.',
  'opening.eligible-unknown': 'How many {who} are asked is unknown, so results will show no rate of participation.',
  'opening.fewer-invited-than-threshold':
    'Only {eligible} {who} are asked, fewer than the threshold of {least}: no result could ever be shown.',
  'opening.few-invited': 'Only {eligible} {who} are asked. Below {least} it is hard to protect them.',
  'opening.small-units': 'Fewer than {least} {who} per unit on average: many units will show no figures of their own.',
  'opening.closing-date-missing': 'There is no closing date.',
  'opening.closing-date-past': 'The closing date has passed.',
  'opening.open-too-short': 'A form of this kind should be open for at least {least} days.',
  'opening.no-question': 'There is no question.',
  'opening.no-headline': 'No main question is marked for the head of the report.',
  'opening.no-legal-basis': 'No legal basis is given.',
  'opening.two-rounds-not-available':
    'This form has two rounds, nominating and choosing, and one opening runs one round. Keep the questions of one round only.',
  'opening.org-track-not-available':
    'This form also asks organisations, by letter and by name, which this version cannot do yet. To open it for people alone, untick that.',
  'opening.door-counts-twice':
    'The form promises one ballot each, and a shared link cannot keep anybody from sending several.',
  'opening.candidates-not-entered':
    'The list to choose from is not entered: it takes two names at least, and nothing left of the template.',
  'opening.fewer-candidates-than-choices': 'Up to {most} may be chosen, and the list has {candidates}.',
  'opening.rows-as-in-template': 'The rows are still those of the template. Write those you ask about.',
  'opening.legal-basis-to-fill': 'A legal basis of the template has to be filled in for your province.',
  'opening.draft-not-published':
    'The form asks clause by clause and no version of the draft is published: publish one on the page “Draft”, then make its clauses questions.',
  'opening.draft-newer':
    'There is a newer version of the draft than the form asks about: make its clauses questions again to ask about that one.',
  'opening.draft-sent-separately': 'The form cannot carry the draft yet: send it together with the link.',
  'opening.alert-after-close':
    'The alert is looked at after closing, on the figures that may be shown; nobody is told while the survey is open. What is urgent needs another way.',
  'opening.plan-unknown-question':
    'The release plan divides by a question that is no longer in the form. Take it out of the plan.',
  'opening.plan-twice': 'The release plan names a question twice.',
  'opening.plan-not-single': 'Only a question with one answer can divide results into groups.',
  'opening.plan-not-marked':
    'The release plan divides by this question, but the question is not marked as a criterion.',
  'opening.plan-sensitive': 'A sensitive question cannot divide results into groups.',
  'opening.plan-conditional':
    'A question that divides people has to be asked of everybody: remove its condition, or take it out of the plan.',
  'opening.plan-too-many-options':
    'A question that divides people has at most {most} options: with more, the groups are too small.',
  'opening.plan-crossed-undeclared': 'Crossed groups are made of two different criteria of the plan, each pair once.',
  'opening.plan-interim-promised-not':
    'This form promises to show nothing before the close (a ballot, a judged head, or said so), so there can be no interim figures.',
  'opening.plan-interim-past': 'A day of interim figures is over.',
  'opening.plan-interim-after-close':
    'A day of interim figures lies after the close. The results of the close come by themselves.',
  'opening.plan-interim-too-often':
    'Days of interim figures have to be in order and at least {days} days apart, so that nobody subtracts one from the next and finds a few people.',
  'opening.plan-interim-too-few':
    'With fewer than {least} people asked the urn is opened at the close alone, so there will be no interim figures.',
  'opening.condition-unknown-question': 'It is asked depending on a question that is no longer there.',
  'opening.condition-not-earlier': 'It is asked depending on a question after it. Move that one up.',
  'opening.condition-not-a-choice':
    'A question can depend on a choice of one or several, on a scale, or on a position on a clause.',
  'opening.condition-unknown-option': 'It is asked depending on an option that is no longer there.',
  'opening.condition-never-true': 'It is never asked, because the question it depends on never is.',
  'opening.condition-union-not-shown':
    'It is asked after any of several options of a multiple choice. As results are broken down or come out early as well, its figures will be protected. To have them, let it depend on one option, or leave out breakdowns and early dates.',
  'opening.condition-always-true': 'It is asked whatever is chosen: without the condition it would be the same.',
  'opening.missing-english': 'Some wording has no English.',
  'opening.unknown': 'Something needs another look ({code}).',
  'opening.atQuestion': 'Question {number}: {sentence}',

  'participation.title': 'How many {who} have answered',
  'participation.few': 'Too few {who} are asked for a share to be shown.',
  'participation.why': 'The figure moves in steps only, so that nobody can guess who has just answered.',
  'participation.invited': '{invited} {who} are asked.',

  'keysAway.open': 'No forms are taken just now',
  'keysAway.closing': 'The forms cannot be unsealed for counting yet',
  'keysAway.text':
    'The server cannot read the keys the forms are sealed for. Sealed forms lie where they are; meanwhile nobody can send one.',
  'keysAway.todo':
    'Please ask whoever runs the server to look into its log for urn-keys-away. With the keys back, all goes on by itself.',
  'unopened.band':
    'After data were restored, some sealed forms can no longer be opened: at least {atLeast}% of the {who} asked',
  'unopened.below':
    'After data were restored, some sealed forms can no longer be opened: fewer than {percent}% of the {who} asked',
  'unopened.some': 'After data were restored, some sealed forms can no longer be opened',
  'unopened.text':
    'Their keys were destroyed after the backup was made, so they are not in the results. The results will say so, with their number where it reaches the threshold.',
  'unopened.again': 'Whoever sent a form in that time may answer again. You may want to tell people.',

  'time.title': 'Closing date',
  'extend.start': 'Extend …',
  'extend.hint': 'Vietnam time. It can only be moved later, not earlier.',
  'extend.text': 'Forms are accepted until {at}.',
  'extend.textPaused': 'The closing date is still {at}; while paused, no answers are taken.',
  'extend.closesAt': 'Accept forms until',
  'extend.submit': 'Extend',
  'extend.done': 'The closing date was moved.',

  'close.start': 'Close now …',
  'close.text': 'This cannot be undone:',
  'close.consequence.noMore': 'Nobody can send another form, and the survey cannot be opened again.',
  'close.consequence.count': 'The forms are mixed, unsealed and counted.',
  'close.consequence.fixed': 'The results stay as they are from then on.',
  'close.submit': 'Close and count',

  'closing.title': 'Being counted',
  'closing.text':
    'The forms are being mixed and counted. This page renews itself; it rarely takes more than a few minutes.',

  'released.title': 'Results',
  'released.text': 'The results are ready and stay as they were counted.',
  'released.read': 'Read the results',
  'publish.title': 'Publication',
  'publish.off': 'Not published: only people with the right may read them.',
  'publish.on': 'Published: whoever has the link can see them.',
  'publish.start': 'Publish …',
  'publish.text': 'When published:',
  'publish.consequence.all': 'Everybody sees exactly the figures you see, and no more.',
  'publish.nothing':
    'No figure is shown: figures are shown only from {unit} forms on. Published, this is all that everybody sees.',
  'publish.consequence.link': 'Whoever opens the old survey link finds the way to the results.',
  'publish.submit': 'Publish the results',
  'publish.done': 'The results are published.',
  'unpublish.start': 'Withdraw …',
  'unpublish.text': 'The public page of results will close. Whoever has downloaded them keeps a copy.',
  'unpublish.submit': 'Withdraw from the public',
  'unpublish.done': 'The results are no longer public.',
  'opening.legal-basis-superseded': '{number} was replaced by {by} on {from}.',
  'opening.legal-basis-superseded-undated': '{number} was replaced by {by}.',
  'opening.legal-basis-ended': '{number} is no longer in force since {from}.',
  'opening.legal-basis-not-yet': '{number} comes into force on {from}.',
} satisfies Translation<typeof vi>;
