import type { Command } from 'commander';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import { checkCommand } from './campaign/check.ts';
import { createCampaignCommand } from './campaign/create.ts';
import { deleteCommand } from './campaign/delete.ts';
import { editCommand } from './campaign/edit.ts';
import { listCommand } from './campaign/list.ts';
import { logCommand } from './campaign/log.ts';
import { pickCommand } from './campaign/pick.ts';
import { sendCommand } from './campaign/send.ts';
import { showCampaignCommand } from './campaign/show.ts';
import { cancelCommand, pauseCommand, resumeCommand } from './campaign/steer.ts';
import { watchCommand } from './campaign/watch.ts';

export function campaignCommand(run: Run): Command {
  const campaign = createCommand('campaign', 'Wysyłki: tworzenie, wycena, wysłanie, log, doręczenia', {
    english: 'campaigns: create, price, send, log, deliveries.',
    notes: ['Zamiast numeru wysyłki można napisać last: ostatnio utworzona.'],
    examples: [
      'campaign create --subject "Promocja" --body "Dzień dobry!" --group Hurt',
      'campaign show last',
      'campaign edit last --without-polish',
      'campaign send last --watch',
      'campaign log last --delivery undelivered',
    ],
  });
  for (const create of [
    createCampaignCommand,
    listCommand,
    showCampaignCommand,
    editCommand,
    pickCommand,
    sendCommand,
    watchCommand,
    checkCommand,
    logCommand,
    pauseCommand,
    resumeCommand,
    cancelCommand,
    deleteCommand,
  ])
    campaign.addCommand(create(run));
  return campaign;
}
