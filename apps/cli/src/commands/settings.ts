import type { Command } from 'commander';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import { errorsCommand } from './settings/errors.ts';
import { inboundCommand } from './settings/inbound.ts';
import { sendersCommand } from './settings/senders.ts';
import { serviceCommand } from './settings/service.ts';
import { setCommand } from './settings/set.ts';
import { showCommand } from './settings/show.ts';
import { testCommand } from './settings/test.ts';
import { tokenCommand } from './settings/token.ts';

export function settingsCommand(run: Run): Command {
  const settings = createCommand('settings', 'Konfiguracja firmy: bramka SMS, token, nadawca, usługa', {
    english: 'settings of the company: SMS gateway, token, sender name, subscription service.',
    notes: ['Kolejność na początku: service on, set, token, senders, set --sender, test.'],
    examples: [
      'settings service on',
      'settings set --provider smsapi',
      'settings token',
      'settings senders',
      'settings set --sender MojaFirma',
      'settings test',
      'settings inbound',
    ],
  });
  for (const create of [
    showCommand,
    setCommand,
    tokenCommand,
    testCommand,
    errorsCommand,
    sendersCommand,
    inboundCommand,
    serviceCommand,
  ])
    settings.addCommand(create(run));
  return settings;
}
