import type { company as pl } from '../pl/company.ts';
import type { Translation } from '../translation.ts';

export const company: Translation<typeof pl> = {
  title: 'Company',
  hint: 'Name and tax number of the company you work for. Every change stays in the audit trail.',
  name: 'Name of the company',
  nameNeeded: 'Enter the name of the company',
  nip: 'Tax number (NIP)',
  nipHint: 'Optional. With dashes, spaces or without; with the prefix of the country for a foreign company.',
  nipFault: {
    check_digit: 'The check digit does not fit: the number has a typing error.',
    too_few_digits: 'Too few digits: a NIP has ten.',
    too_many_digits: 'Too many digits: a NIP has ten.',
    repeated_digit: 'Ten equal digits are not a NIP.',
    not_digits: 'A NIP is made of digits; only the prefix of a country at its beginning has letters.',
    damaged: 'A spreadsheet spoiled this number. Enter it again, digit by digit.',
  },
  since: 'In Goniec since {{day}}',
};
