import type { notices as pl } from '../pl/notices.ts';
import type { Translation } from '../translation.ts';

export const notices: Translation<typeof pl> = {
  waiting: 'Waiting for you',
  nothing: 'Nothing waits: everything runs by itself.',
  finished: 'Finished in the last three days',
  uncertain_one: '{{formatted}} uncertain message to decide about',
  uncertain_other: '{{formatted}} uncertain messages to decide about',
  replies_one: '{{formatted}} unread reply',
  replies_other: '{{formatted}} unread replies',
  paused: 'Paused: {{subject}}',
  result: '{{delivered}} of {{messages}} delivered · {{moment}}',
};
