import type { Command } from 'commander';
import { tableLines } from '../../format/table.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function sendersCommand(run: Run): Command {
  return createCommand('senders', 'Nazwy nadawcy na koncie i ich stan', {
    english: 'sender names of the account and their state.',
    examples: ['settings senders', 'settings set --sender MojaFirma'],
  }).action(run(senders));
}

async function senders(work: Work): Promise<Report> {
  const { api, companyId } = await work.company();
  const names = await api.listSenderNames({ params: { companyId } });
  const { width, paint } = work.terminal;
  if (names.items.length === 0)
    return { data: names, lines: ['Konto nie ma żadnej nazwy nadawcy. Dodaj ją w panelu SMSAPI.'] };
  return {
    data: names,
    lines: tableLines(
      [
        { title: 'Nazwa', value: ({ sender }) => sender },
        { title: 'Stan', value: ({ status }) => status },
        {
          title: 'Można użyć',
          value: ({ usable }) => (usable ? 'tak' : 'nie'),
          tone: ({ usable }) => (usable ? 'good' : 'warn'),
        },
        { title: 'Domyślna', value: ({ isDefault }) => (isDefault ? 'tak' : '') },
      ],
      names.items,
      width,
      paint,
    ),
  };
}
