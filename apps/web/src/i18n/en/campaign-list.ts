import type { campaignList as pl } from '../pl/campaign-list.ts';
import type { Translation } from '../translation.ts';

export const campaignList: Translation<typeof pl> = {
  search: 'Search in subjects',
  state: 'State',
  progress: 'Progress',
  progressOf: '{{done}} of {{total}}',
  messages: 'SMS',
  delivered: 'Delivered',
  failed: 'Failed',
  points: 'Points',
  createdAt: 'Date',
  empty: 'There are no campaigns yet',
  amount: 'Amount',
  remove: 'Delete draft',
  removeTitle: 'Delete the draft?',
  removeText: 'The draft “{{subject}}” will be gone with its text and recipients. This cannot be undone.',
  removed: 'Deleted the draft “{{subject}}”',
  emptyHint: 'Write a text and add recipients, or first mark the contractors who are to get it.',
  toContractors: 'Contractors',
  openHint: 'Enter opens, Insert adds, Delete deletes a draft',
  chosen: 'Chosen campaign',
};
