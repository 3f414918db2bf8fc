import type { Translation } from '../translation.ts';
import type { witnesses as vi } from '../vi/witnesses.ts';

export const witnesses = {
  'witnesses.title': 'Witnesses',
  'witnesses.lead':
    'Whenever a survey opens, mixes sheets, closes or has results, the system adds a line to the public log. Another organisation that runs the witness program signs every step, so whoever runs the server cannot quietly write the log anew.',
  'witnesses.who': 'Who is a witness',
  'witnesses.none':
    'Nobody is a witness yet. Ask another organisation, such as the Front or the union above, to run the witness program; whoever runs the server then puts its key and address into DANBAN_WITNESSES.',
  'witnesses.current': 'Bears witness. Signed last on {day}.',
  'witnesses.first': 'Waiting to be signed for the first time.',
  'witnesses.silent':
    'Silent since {since}: has not signed the new lines. Signed last on {day}. Get in touch with that organisation; why is in the line witness-silent of the server’s log.',
  'witnesses.never':
    'Has never signed, though asked since {since}. Get in touch with that organisation; why is in the line witness-silent of the server’s log.',
  'witnesses.log': 'The public log',
  'witnesses.lines': 'Everybody is shown {count} lines.',
  'witnesses.key': 'Key of the log',
  'witnesses.copyKey': 'Copy the key',
  'witnesses.keyHint': 'Hand this key to a witness by another way, such as on paper, to compare at the beginning.',
  'witnesses.noKey': 'The log has not begun: its key cannot be read in the folder of keys on the server.',
} satisfies Translation<typeof vi>;
