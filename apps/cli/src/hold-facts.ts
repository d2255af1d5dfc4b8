import type { Instance } from './api/shapes.ts';
import type { Fact } from './format/facts.ts';
import { formatCount } from './format/numbers.ts';
import type { Paint } from './format/paint.ts';
import { formatMoment } from './format/time.ts';
import { tidy } from './format/width.ts';

type Hold = NonNullable<Instance['hold']>;
type LifeSign = Hold['database'];

/** Why sending is held, and what the administrator compares before confirming: the database beside the state folder's memory. */
export function holdFacts({ since, reason, database, file, lastAttemptAt, waiting }: Hold, paint: Paint): Fact[] {
  return [
    ['Wysyłanie', paint('bad', `zatrzymane od ${formatMoment(since)}`), tidy(reason.sentence.pl)],
    ['Ta baza', signOf(database)],
    ['Folder danych', ...(file === null ? ['nie pamięta żadnej bazy'] : fileLines(database, file, paint))],
    ['Ostatnia próba', lastAttemptAt === null ? 'żadna' : `${formatMoment(lastAttemptAt)} (według tej bazy)`],
    [
      'Czeka tutaj',
      waiting === 0 ? 'nic' : `wiadomości: ${formatCount(waiting)}; mogła je już wysłać inna kopia tej bazy`,
    ],
    ...(reason.action ? [['Co zrobić', tidy(reason.action.pl)] as const] : []),
  ];
}

function fileLines(database: LifeSign, file: LifeSign, paint: Paint): string[] {
  const unknown = Number(file.lastMessageId ?? 0) - Number(database.lastMessageId ?? 0);
  return [
    signOf(file),
    ...(file.installationId === database.installationId ? [] : [paint('bad', 'to była inna instalacja')]),
    ...(unknown > 0 ? [paint('bad', `wiadomości, których ta baza nie zna: do ${formatCount(unknown)}`)] : []),
  ];
}

const signOf = ({ epoch, lastMessageId, at }: LifeSign): string =>
  `epoka ${epoch} · ostatnia wiadomość ${lastMessageId ?? '–'} · ostatni znak życia ${at === null ? '–' : formatMoment(at)}`;
