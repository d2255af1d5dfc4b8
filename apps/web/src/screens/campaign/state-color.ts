/** One colour for each state of a campaign, wherever it is shown. */
export const STATE_COLOR = {
  draft: 'gray',
  frozen: 'blue',
  sending: 'indigo',
  paused: 'orange',
  finished: 'teal',
  cancelled: 'gray',
} as const;
