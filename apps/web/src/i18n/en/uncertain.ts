import type { uncertain as pl } from '../pl/uncertain.ts';
import type { Translation } from '../translation.ts';

export const uncertain: Translation<typeof pl> = {
  title: 'Uncertain messages',
  whose: 'Who clears it up',
  awaits: { person: 'To be decided', gateway: 'Asked of the gateway' },
  hint: {
    person:
      'The gateway will not tell any more whether it took them. Ask the recipient or look at its panel, and decide.',
    gateway: 'Goniec asks the gateway again with the same reference; no decision is needed.',
  },
  treatAsSent: 'Treat as sent',
  sendAgain: 'Send again',
  askTitle: 'Send once more?',
  askText: '{{messages}} will go out again, each with a new reference. The decision is kept in the audit trail.',
  risk: 'I understand that the recipient may get this SMS twice',
  decided: 'Decided: {{messages}}.',
  barred: 'Left as they are, {{messages}}:',
  empty: 'There are no uncertain messages',
  emptyOf: {
    person: 'Nothing waits for your decision',
    gateway: 'The gateway has nothing to tell any more; the rest waits for a decision',
  },
  emptyHint: 'Of every message that was sent it is known whether the gateway took it.',
  campaign: 'Campaign',
  since: 'Since',
  attempts: 'Attempts',
  until: 'Settles until',
};
