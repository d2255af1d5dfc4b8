import type { CampaignView } from './use-draft.ts';

/** One colour for each state of a campaign, wherever it is shown. */
export const STATE_COLOR = {
  draft: 'gray',
  frozen: 'blue',
  sending: 'indigo',
  awaiting: 'cyan',
  paused: 'orange',
  finished: 'teal',
  cancelled: 'gray',
} as const;

/** The state as people see it: of a running campaign that has handed over everything, only the reports are missing. */
export function shownState({ state, sums }: Pick<CampaignView, 'state' | 'sums'>): keyof typeof STATE_COLOR {
  const { ready, submitting, uncertain } = sums.handover;
  return state === 'sending' && ready + submitting + uncertain === 0 ? 'awaiting' : state;
}
