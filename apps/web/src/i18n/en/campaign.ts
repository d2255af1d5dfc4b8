import type { campaign as pl } from '../pl/campaign.ts';
import type { Translation } from '../translation.ts';

export const campaign: Translation<typeof pl> = {
  notSaved: 'Could not be saved, trying again',
  tabs: { recipients: '1 Recipients ({{formatted}})', log: '2 Log', text: '3 Text' },
  more: 'More commands',
  presence: {
    you: {
      open: 'You have this campaign open in another window too, since {{time}}.',
      editing: 'You edit this campaign in another window too, since {{time}}.',
    },
    other: {
      open: '{{name}} has had this campaign open since {{time}}.',
      editing: '{{name}} has been editing this campaign since {{time}}.',
    },
    program: 'A program with an API key',
    more_one: 'And {{count}} more person.',
    more_other: 'And {{count}} more people.',
  },
  conflict: {
    title: 'Somebody changed the same words at the same time. Which version is to stay?',
    mine: 'Yours, not saved yet',
    theirs: 'Saved a moment ago',
    keepMine: 'Keep mine',
    takeTheirs: 'Take the saved one',
    empty: '(empty)',
    field: { subject: 'Subject', body: 'Text', withoutPolish: 'Bez polskich' },
    dropped: 'Your version gave way to the saved one.',
    restore: 'Put mine back',
    letGo: 'Not needed',
  },
  export: {
    all: 'Download the log',
    filtered: 'Download the filtered',
    xlsx: 'Excel (XLSX)',
    csv: 'Semicolon-separated text (CSV)',
  },
  saving: {
    hint: 'Polish letters and typographic marks go out as plain ones.',
    nothing: 'Changes nothing: this text has no Polish letters or typographic marks.',
    samePrice: 'Polish letters go out as plain ones; the price is the same, {{parts}}.',
    each: 'Each SMS: {{after}} instead of {{before}}.',
    toSave: 'Would save {{parts}} · {{amount}}.',
    saved: 'Saves {{parts}} · {{amount}}.',
  },
  preview: { to: 'to: {{name}}', barred: 'Gets no SMS: {{reason}}' },
  recipients: { whatToDo: 'What to do: {{action}}' },
  send: { leftOut: 'Left out:' },
  add: {
    hint: 'Choose contractors. Only numbers with consent come into the list; of the others you are told at once.',
    search: 'Name, tax number, code, number, place',
    add: 'Add the marked ({{formatted}})',
    added: 'Recipients added: {{formatted}}',
    already: 'Were in the list before: {{formatted}}',
    leftOut: 'Left out: {{formatted}}',
    more: 'Add more',
    done: 'Done',
  },
  leave: {
    title: 'The changes are not saved yet',
    text: 'Save them before you leave?',
    conflict: 'Choose first which version of the text is to stay. If you leave now, yours is lost.',
    drop: 'Leave without saving',
    stay: 'Stay',
    save: 'Save and leave',
  },
};
