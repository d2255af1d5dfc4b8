import type { phones as pl } from '../pl/phones.ts';
import type { Translation } from '../translation.ts';

export const phones: Translation<typeof pl> = {
  title: 'Test phones',
  hint: 'SMS sent through the emulator arrive here: read them, reply STOP, switch a phone off. The page of the emulator opens in a new tab on the computer where Goniec runs.',
  open: 'Open the test phones',
  none: 'Only the emulator has test phones',
  noneHint: 'This company sends through a real gateway.',
};
