import type { Command } from 'commander';
import { requireYes } from '../confirm.ts';
import { factLines } from '../format/facts.ts';
import { formatMoment } from '../format/time.ts';
import { tidy } from '../format/width.ts';
import { createCommand } from '../help.ts';
import { holdFacts } from '../hold-facts.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

export function instanceCommand(run: Run): Command {
  const instance = createCommand('instance', 'Ta instalacja: stan, potwierdzenie przywróconej lub przeniesionej bazy', {
    english: 'this installation: its state; confirm a restored or moved database.',
    examples: ['instance show', 'instance confirm-restore'],
  });
  instance.addCommand(
    createCommand('show', 'Wersja, epoka i powód, dla którego wysyłanie stoi', {
      english: 'version, epoch, and why sending is held, with what differs.',
      examples: ['instance show', 'instance show --json'],
    }).action(run(show)),
  );
  return instance.addCommand(
    createCommand('confirm-restore', 'Potwierdź przywróconą lub przeniesioną bazę i zezwól na wysyłanie', {
      english: 'confirm a restored or moved database, so that sending goes on.',
      notes: [
        'Po przywróceniu kopii albo przeniesieniu bazy wysyłanie stoi, żeby nic nie wyszło dwa razy.',
        'Potwierdź tylko wtedy, gdy żadna inna kopia tej bazy nie wysyła.',
        'To, co czeka w wysyłkach, staje się niepewne: program zapyta bramkę, czy już to przyjęła, a po 20 godzinach decyduje człowiek.',
        '--nothing-sent-elsewhere: po zwykłym przeniesieniu, gdy na pewno nic nie wyszło z innej kopii; wtedy czeka dalej jako gotowe.',
      ],
      examples: [
        'instance confirm-restore',
        'instance confirm-restore --yes',
        'instance confirm-restore --nothing-sent-elsewhere',
      ],
    })
      .option('-y, --yes', 'nie pytaj')
      .option('--nothing-sent-elsewhere', 'żadna inna kopia bazy nic nie wysłała, odkąd powstała ta')
      .action(run(confirmRestore)),
  );
}

async function show(work: Work): Promise<Report> {
  const { api } = await work.server();
  const instance = await api.getInstance();
  const { version, installationId, epoch, startedAt, hold } = instance;
  const { paint } = work.terminal;
  return {
    data: instance,
    lines: factLines([
      ['Instalacja', installationId],
      ['Wersja', `${tidy(version)} · działa od ${formatMoment(startedAt)}`],
      ['Epoka', String(epoch)],
      ...(hold ? holdFacts(hold, paint) : [['Wysyłanie', paint('good', 'dozwolone')] as const]),
    ]),
  };
}

interface ConfirmOptions {
  readonly yes?: true;
  readonly nothingSentElsewhere?: true;
}

async function confirmRestore(work: Work, { yes, nothingSentElsewhere }: ConfirmOptions): Promise<Report> {
  const { api } = await work.server();
  const before = await api.getInstance();
  if (!before.hold) return { data: before, lines: ['Wysyłanie nie jest zatrzymane: nie ma czego potwierdzać.'] };
  if (!work.json)
    work.terminal.note(
      [
        ...factLines(holdFacts(before.hold, work.terminal.paintNote)),
        '',
        'Potwierdzaj tylko wtedy, gdy żadna inna kopia tej bazy nie wysyła: inaczej SMS-y wyjdą dwa razy.',
        nothingSentElsewhere
          ? 'To, co czeka, zostanie gotowe do wysłania: twierdzisz, że żadna inna kopia nic nie wysłała.'
          : 'To, co czeka, stanie się niepewne: po wznowieniu wysyłki program zapyta bramkę, czy już to przyjęła.',
        '',
      ].join('\n'),
    );
  await requireYes(work, 'Potwierdzić i zezwolić na wysyłanie?', yes);
  const elsewhere = nothingSentElsewhere ? 'nothing_sent' : 'may_have_sent';
  const after = await api.confirmRestore({ body: { elsewhere } });
  return {
    data: after,
    lines: [
      `Potwierdzono. Wysyłanie jest dozwolone (epoka ${after.epoch}). Wstrzymane wysyłki wznów: npx goniec campaign resume <nr>`,
    ],
  };
}
