import type { directory as pl } from '../pl/directory.ts';
import type { Translation } from '../translation.ts';

export const directory: Translation<typeof pl> = {
  title: 'Contractors',
  contractor: 'Contractor',
  newContractor: 'New contractor',
  add: 'Add',
  searchHint: 'Name, NIP, code, number, place',
  nothingHint: 'Change the text or the filters.',
  clearFilters: 'Clear the filters',
  empty: 'There are no contractors yet',
  emptyHint: 'Load a file of your ERP (WAPRO Mag, Subiekt, Optima) or add the first one by hand: Insert.',
  markHint: 'Space marks, Ctrl+A marks all that match',
  newSubject: 'Campaign of {{day}}',
  noPhone: 'no number',
  faulty: 'Faulty number',
  columns: {
    code: 'Code',
    name: 'Name',
    nip: 'NIP',
    city: 'Place',
    phone: 'Number',
    consent: 'SMS consent',
    groups: 'Group',
    contacts: 'Contacts',
  },
  consent: { active: 'Given', withdrawn: 'Withdrawn', none: 'None', suppressed: 'Suppressed' },
  consentFilter: { active: 'With consent', withdrawn: 'Withdrawn', none: 'Without consent' },
  numberFilter: { mobile: 'Mobile', landline: 'Landline', faulty: 'Faulty', none: 'None' },
  more: {
    title: 'More operations',
    send: 'Send SMS to the contacts of the marked contractors',
    markFirst: 'Mark contractors in the list first.',
    import: 'Import from a file',
  },
};
