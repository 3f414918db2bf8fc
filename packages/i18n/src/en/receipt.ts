import type { receipt as vi } from '../vi/receipt.ts';
import type { Translation } from '../translation.ts';

export const receipt = {
  'receipt.code': 'Receipt code',
  'receipt.codeText': 'For checking that your form has been counted. The system keeps no copy of the code.',
  'receipt.onceOnly': 'The code is in this tab alone: leave or reload the page and it is gone.',
  'receipt.secret': 'Whoever has this code can see how you answered: give it to nobody.',
  'receipt.doubt':
    'The server’s promise does not fit the form you have just sent. Please keep this code and tell the organiser, without sending the code.',
  'receipt.qr': 'QR code of the receipt',
  'receipt.qrText':
    'The QR code also holds the signed promise of the urn. Printed or photographed, it allows a fuller check.',
  'receipt.copy': 'Copy the code',
  'receipt.copied': 'The code is copied.',
  'receipt.copyFailed': 'Copying did not work; please write it down.',
  'receipt.print': 'Print the receipt',
  'receipt.save': 'Save on this device',
  'receipt.saved': 'Saved. Whoever uses this device can open it.',
  'receipt.saveFailed': 'The browser does not let anything be saved; please copy or print.',
  'receipt.kept': 'This device keeps a receipt of this survey.',
  'receipt.useKept': 'Open the kept code to check',
  'receipt.remove': 'Remove from this device',
  'receipt.removed': 'Removed from this device.',
  'receipt.withoutSure': 'Give up this code? It cannot be brought back.',
  'receipt.without': 'I need no receipt',
  'receipt.check': 'Check your form',
  'receipt.checkWhen':
    'By the QR code, or the code saved on the device, you see after the next opening of the urn that your form is recorded. Once results are published, a typed code shows as well that it is counted.',
  'receipt.noScript':
    'This browser does not run JavaScript, so there is no receipt: its code has to be made on your device. Your form is received and counted like any other.',
  'receipt.none': 'No receipt this time',
  'receipt.noneText':
    'The code is made on your device when you send, and is shown once, right after that. Without it your form is received and counted like any other; you just cannot check it yourself.',
  'receipt.noted': 'Your recovery code is your receipt, too',
  'receipt.notedText':
    'The recovery code is no longer needed for sending. Keep it and you can check that your form has been counted; otherwise destroy it.',
  'receipt.notedQr': 'Make a QR code to print',
  'receipt.notedQrText':
    'Type the recovery code once more for a QR code with the signed promise of the urn. What is typed here is sent nowhere.',
  'receipt.notedDo': 'Make the QR code',
  'receipt.wrongCode': 'This is not the code of the form you have just sent. Please compare it with what you noted.',
  'receipt.paperOf': 'Survey',
  'receipt.paperBy': 'Asked by',
  'receipt.paperUntil': 'Forms accepted until',
  'receipt.paperWhere': 'Check at',
} satisfies Translation<typeof vi>;
