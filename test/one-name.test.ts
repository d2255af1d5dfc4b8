import { expect, it } from 'vitest';
import * as cli from '../apps/cli/src/format/states.ts';
import { exportWords } from '../apps/server/src/http/message-export-words.ts';
import { campaigns as english } from '../apps/web/src/i18n/en/campaigns.ts';
import { campaigns } from '../apps/web/src/i18n/pl/campaigns.ts';

/** GLOSSARY.md: one noun, one name in every layer. */
const namesOf = (states: Readonly<Record<string, { readonly name: string }>>) =>
  Object.fromEntries(Object.entries(states).map(([state, { name }]) => [state, name]));

it('calls the states of campaigns and messages on the command line as on the screen', () => {
  expect({ ...namesOf(cli.campaignStates), awaiting: cli.awaitingReports.name }).toEqual(campaigns.state);
  expect(namesOf(cli.handovers)).toEqual(campaigns.handover);
  expect(namesOf(cli.deliveries)).toEqual({ none: '–', ...campaigns.delivery });
});

it.each([
  ['Polish', exportWords.pl, campaigns],
  ['English', exportWords.en, english],
])('calls the states of messages in a saved log as on the %s screen', (_language, saved, screen) => {
  expect(saved.handover).toEqual(screen.handover);
  expect(saved.delivery).toEqual({ none: '–', ...screen.delivery });
});
