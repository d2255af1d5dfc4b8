import { expect, it } from 'vitest';
import * as cli from '../apps/cli/src/format/states.ts';
import { campaigns } from '../apps/web/src/i18n/pl/campaigns.ts';

/** GLOSSARY.md: one noun, one name in every layer. */
const namesOf = (states: Readonly<Record<string, { readonly name: string }>>) =>
  Object.fromEntries(Object.entries(states).map(([state, { name }]) => [state, name]));

it('calls the states of campaigns and messages on the command line as on the screen', () => {
  expect({ ...namesOf(cli.campaignStates), awaiting: cli.awaitingReports.name }).toEqual(campaigns.state);
  expect(namesOf(cli.handovers)).toEqual(campaigns.handover);
  expect(namesOf(cli.deliveries)).toEqual({ none: '–', ...campaigns.delivery });
});
