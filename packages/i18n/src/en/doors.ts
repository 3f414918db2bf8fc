import type { doors as vi } from '../vi/doors.ts';
import type { Translation } from '../translation.ts';

export const doors = {
  'doors.title': 'Private before whom, and before whom not',
  'doors.safe': 'Covered:',
  'doors.weak': 'Still weak:',
  'doors.unsafe': 'Not covered:',

  'doors.promise.open_link':
    'Anyone who has the link can answer. A form is tied to nobody, so one person answering several times cannot be ruled out, and the report will say so.',
  'doors.promise.unit_link':
    'The link is shared by the whole unit: a form tells which unit it comes from, not whose it is, so one person answering several times cannot be ruled out, and the report will say so.',
  'doors.promise.one_time_code':
    'Whoever has a slip can answer; each is used once. A slip tells only the unit, slips are shuffled when handed out, and no list says who received which.',
  'doors.promise.roster':
    'Each listed person answers once, by a personal link. The list only knows who has taken the right to answer, and keeps nothing that leads to the form.',

  'doors.safe.open_link':
    'organisers and administrators using the product; whoever later reads the server’s database, backups and logs. A form is sealed on arrival and mixed with others before it is opened, so they do not know whose it is within one mixed batch.',
  'doors.safe.unit_link':
    'organisers and administrators using the product; whoever later reads the server’s database, backups and logs. A form is sealed on arrival and mixed with others before it is opened: they know the unit it comes from, not whose it is within one mixed batch.',
  'doors.safe.one_time_code':
    'organisers and administrators using the product; whoever later reads the server’s database, backups and logs. A form is sealed on arrival and mixed with others before it is opened: they know the unit it comes from, not whose it is within one mixed batch, as long as people draw their slips themselves.',
  'doors.safe.roster':
    'organisers and administrators using the product; whoever later reads the server’s database, backups and logs. The right to answer is signed blindly, a form is sealed on arrival and mixed with others before it is opened, so they do not link forms to names within one mixed batch.',

  'doors.weak.open_link':
    'whoever runs the server, deliberately records times while forms are sent and knows who answers when, may guess whose form is whose.',
  'doors.weak.unit_link':
    'whoever runs the server, deliberately records times while forms are sent and knows who answers when, may guess whose form is whose; the fewer people a unit has, the easier it is.',
  'doors.weak.one_time_code':
    'whoever knows the code of a slip can use it up, or find out whether it has been used: draw your slip yourself and show its code to nobody. Whoever runs the server and deliberately records times and codes while forms are sent may guess whose form is whose.',
  'doors.weak.roster':
    'whoever runs the server and deliberately records times while you take the right to answer and send at once, may guess which form is yours. Taking it now and sending at another time makes that much harder.',

  'doors.unsafe.open_link':
    'an operator who records times and network addresses; a computer or phone managed by your office or school; malicious software on the device or in the page; somebody behind your back. A story only one person knows, above all from the network of a school or an office, gives its writer away as well: then the form is confidential, no longer anonymous.',
  'doors.unsafe.unit_link':
    'an operator who records times and network addresses; a computer or phone managed by your office or school; malicious software on the device or in the page; somebody behind your back. A story only one person knows, above all from the network of a school or an office, gives its writer away as well: then the form is confidential, no longer anonymous.',
  'doors.unsafe.one_time_code':
    'whoever prints the slips, if they copy the codes, hand slips out by a list and are helped by whoever runs the server; an operator who records times and network addresses; a computer or phone managed by your office or school; malicious software on the device or in the page; somebody behind your back. A story only one person knows, above all from the network of a school or an office, gives its writer away as well: then the form is confidential, no longer anonymous.',
  'doors.unsafe.roster':
    'whoever has your recovery code; an operator who records times and network addresses; a computer or phone managed by your office or school; malicious software on the device or in the page; somebody behind your back. A story only one person knows, above all from the network of a school or an office, gives its writer away as well: then the form is confidential, no longer anonymous.',
} satisfies Translation<typeof vi>;
