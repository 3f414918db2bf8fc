import type { slips as vi } from '../vi/slips.ts';
import type { Translation } from '../translation.ts';

export const slips = {
  'slips.title': 'Slips',
  'slips.lead':
    'Each slip lets one person answer once and tells the unit alone. A slip bears no name and no number; the system does not record who takes which.',
  'slips.none': 'No slip has been printed yet, so nobody can answer yet.',
  'slips.printed': '{count} slips have been printed.',
  'slips.way': 'Print, add or exchange slips',
  'slips.wayFirst': 'Print slips',
  'slips.link':
    'This link only opens the form; sending it takes the code of a slip. Whoever types by hand types this address.',
  'slips.unit': 'Unit',
  'slips.people': 'People',
  'slips.there': 'Printed',
  'slips.wanted': 'To print',
  'slips.wantedFor': 'To print for {unit}',
  'slips.own': '{name} (its own people)',
  'slips.suggested':
    'The numbers filled in are the people of each unit less what is printed. A few more to exchange do no harm.',
  'slips.many': 'At most {most} slips at a time; units left empty come with the next printing.',
  'slips.start': 'Print slips…',
  'slips.once': 'Codes are shown once.',
  'slips.onceText':
    'The next page shows the codes to be printed at once. After you leave it nobody can see them again, not even the administrator: only hashes are kept.',
  'slips.onceReady': 'Have the printer ready, and do not save them as a file: whoever has the file has every slip.',
  'slips.submit': 'Make codes and show the sheets',
  'slips.nothing': 'Please say for one unit at least how many slips to print.',
  'slips.sheet': '{count} slips to print',
  'slips.sheetText':
    'Print now, then cut along the dashed lines. Turn them face down, shuffle, and let everybody draw one; do not hand them out by a list and take no photograph.',
  'slips.printNow': 'Print these slips',
  'slips.done': 'Printed, close the sheets',
  'slips.doneText': 'Press once all the paper has come out: after that these codes cannot be shown again.',
  'slips.cover': 'Pile of slips: {unit}',
  'slips.coverText':
    '{count} slips. Cut along the dashed lines, turn face down, shuffle, and let everybody draw one. Do not note who draws which. Destroy what is left over.',
  'slips.invite': 'You are asked: {title}',
  'slips.code': 'Code of this slip',
  'slips.how': 'Scan the QR code, or type {url} and then this code:',
  'slips.opens': 'Answers are taken from {opens} until {closes}.',
  'slips.until': 'Answers are taken until {closes}.',
  'slips.promise': 'For one use. It bears no name; nobody records in whose hand it is.',
  'slips.qr': 'QR code of a slip',
  'slips.void': 'Exchange a spoilt or misprinted slip',
  'slips.voidText':
    'Type the code of a slip that has not been used: it is voided and another of the same unit is printed. A used one cannot be exchanged. One that is lost without its code cannot be voided: whoever finds it can use it.',
  'slips.voidSeen':
    'Every try is recorded in the log, whatever comes of it, and only {most} are possible a day: it tells whether a slip has been used.',
  'slips.voidCode': 'Code of the slip to void',
  'slips.voidReplace': 'Print another in its place',
  'slips.voidSubmit': 'Void this slip',
  'slips.voided': 'That slip is void.',
  'slips.paper': 'Sheets of paper',
  'slips.paperText':
    'Who uses no phone answers on paper. Two people type it in: one slip for each sheet, one reads and one types, and the paper is destroyed. A sheet that was typed in is like every other and bears no mark.',
  'slips.paperSaid':
    'Say how many were typed in before the survey closes. The report then says how many of the answers were on paper; where they are few, the number is protected.',
  'slips.paperCount': 'Sheets of paper typed in',
  'slips.paperSubmit': 'Save the number',
  'slips.paperDone': 'The number of sheets of paper was saved.',
  'slips.paperTooMany': 'There cannot be more sheets of paper than the {slips} slips that were printed.',
  'slips.paperNumber': 'Please write a number, such as 5. Write 0 where there was no paper.',
  'act.name.survey.paper': 'Sheets of paper',
  'act.survey.paper':
    '{who} said how many sheets of paper were typed in for the survey “{object}”: {sheets} (before: {before}).',
  'slips.discard': 'Throw all printed slips away',
  'slips.discardText':
    'For a pile that was misprinted or seen. None of the printed slips works any more, all have to be printed anew. Possible only before the opening, while nobody can have used one.',
  'slips.discardSubmit': 'Throw {count} slips away',
  'slips.discarded': 'The old slips are gone.',
  'slips.unschedule': 'Printed slips stop working and have to be printed anew, since text and units may change.',
  'slips.consequence':
    'Only people with a slip can answer; print slips after opening, or schedule the opening and print before.',
} satisfies Translation<typeof vi>;
