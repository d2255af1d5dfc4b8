import type { Command } from 'commander';
import { requireYes } from '../confirm.ts';
import { formatMoment } from '../format/time.ts';
import { tidy } from '../format/width.ts';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

export function instanceCommand(run: Run): Command {
  return createCommand('instance', 'Ta instalacja: potwierdzenie przywróconej lub przeniesionej bazy', {
    english: 'this installation: confirm a restored or moved database.',
    examples: ['instance confirm-restore'],
  }).addCommand(
    createCommand('confirm-restore', 'Potwierdź przywróconą lub przeniesioną bazę i zezwól na wysyłanie', {
      english: 'confirm a restored or moved database, so that sending goes on.',
      notes: [
        'Po przywróceniu kopii albo przeniesieniu bazy wysyłanie stoi, żeby nic nie wyszło dwa razy.',
        'Potwierdź tylko wtedy, gdy żadna inna kopia tej bazy nie wysyła.',
      ],
      examples: ['instance confirm-restore', 'instance confirm-restore --yes'],
    })
      .option('-y, --yes', 'nie pytaj')
      .action(run(confirmRestore)),
  );
}

async function confirmRestore(work: Work, { yes }: { readonly yes?: true }): Promise<Report> {
  const { api } = await work.server();
  const before = await api.getInstance();
  if (!before.hold) return { data: before, lines: ['Wysyłanie nie jest zatrzymane: nie ma czego potwierdzać.'] };
  const { since, reason, lastMessageId, lastAttemptAt } = before.hold;
  if (!work.json)
    work.terminal.note(
      [
        `Wysyłanie stoi od ${formatMoment(since)}: ${tidy(reason.sentence.pl)}`,
        ...(lastAttemptAt === null
          ? []
          : [`Ostatnia znana próba wysłania: ${formatMoment(lastAttemptAt)} (wiadomość ${lastMessageId ?? '–'}).`]),
        'Potwierdzaj tylko wtedy, gdy żadna inna kopia tej bazy nie wysyła: inaczej SMS-y wyjdą dwa razy.',
        '',
      ].join('\n'),
    );
  await requireYes(work, 'Potwierdzić i zezwolić na wysyłanie?', yes);
  const after = await api.confirmRestore();
  return {
    data: after,
    lines: [
      `Potwierdzono. Wysyłanie jest dozwolone (epoka ${after.epoch}). Wstrzymane wysyłki wznów: npx goniec campaign resume <nr>`,
    ],
  };
}
