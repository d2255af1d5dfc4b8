import { basename } from 'node:path';
import type { Client } from '@goniec/contract';
import { type Command, Option } from 'commander';
import { sampleRejected } from '../api/sample-rejected.ts';
import type { Import } from '../api/shapes.ts';
import { confirm } from '../confirm.ts';
import { exitCodes } from '../exit-codes.ts';
import { openUpload, saveCsv } from '../files.ts';
import { countOf, formatCount, nouns } from '../format/numbers.ts';
import { createCommand } from '../help.ts';
import { fileLines, rejectedLines, remarkLines, summaryLines } from '../import-lines.ts';
import { choice } from '../parse-options.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';
import { undoImportCommand } from './import/undo.ts';

const encodings = ['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2', 'cp852'] as const;
const delimiters = { średnik: ';', przecinek: ',', tabulator: '\t', ';': ';', ',': ',' } as const;

interface ImportOptions {
  readonly encoding?: (typeof encodings)[number];
  readonly delimiter?: keyof typeof delimiters;
  readonly sheet?: string;
  readonly header?: boolean;
  readonly columns?: string;
  readonly yes?: true;
  readonly apply?: true;
  readonly rejected?: string;
  readonly strict?: true;
}

/** Reasons of rejection that are shown with an example; all rows are in the file of --rejected. */
const SHOWN = 8;

export function importCommand(run: Run): Command {
  return createCommand('import', 'Wczytaj kontrahentów z pliku Excela lub CSV: najpierw próba, potem zapis', {
    english: 'import contractors from an Excel or CSV file: a dry run first, then the question whether to write it.',
    notes: [
      'Najpierw pokazuje, co by się zmieniło i co zostałoby odrzucone; dopiero potem pyta o zapis.',
      'Bez terminala (skrypt, potok) tylko sprawdza, chyba że podasz --yes.',
      'Pola kolumn (--columns): code, name, nip, mobile, phone, email, city, group, smsConsent, consentDate i inne z opisu API.',
      'Wycofanej zgody import nigdy nie przywraca, a numer zastrzeżony zostaje zastrzeżony.',
    ],
    examples: [
      'import samples/kontrahenci-wapro.csv',
      'import kontrahenci.xlsx --sheet "Klienci 2026"',
      'import kontrahenci.csv --rejected odrzucone.csv',
      'import numery.csv --no-header --columns name,mobile,,smsConsent',
      'import undo 12',
      'import kontrahenci.csv --encoding windows-1250 --delimiter średnik --yes',
    ],
  })
    .argument('<plik>', 'plik .xlsx albo CSV z programu ERP albo arkusza')
    .addOption(choice('--encoding <kodowanie>', 'kodowanie, gdy nie rozpoznano go samo', encodings))
    .addOption(choice('--delimiter <znak>', 'separator kolumn, gdy nie rozpoznano go sam', Object.keys(delimiters)))
    .option('--sheet <nazwa>', 'arkusz skoroszytu, gdy nie ma to być pierwszy z danymi')
    .option('--header', 'pierwszy wiersz to nazwy kolumn, choć na to nie wygląda')
    .option('--no-header', 'plik nie ma nazw kolumn: pierwszy wiersz to już kontrahent')
    .option('--columns <pola>', 'co jest w kolumnach, od lewej, między przecinkami; puste: jak rozpoznano')
    .option('-y, --yes', 'zapisz w kartotece bez pytania')
    .addOption(new Option('--apply', 'to samo co --yes'))
    .option('--rejected <plik>', 'zapisz odrzucone wiersze i wartości z powodami do pliku CSV')
    .option('--strict', `kod wyjścia ${exitCodes.incomplete}, gdy choć jeden wiersz został odrzucony`)
    .action(run(importFile))
    .addCommand(undoImportCommand(run));
}

async function importFile(work: Work, path: string, options: ImportOptions): Promise<Report> {
  const { terminal, json } = work;
  const { api, companyId } = await work.company();
  const file = await openUpload(path);
  if (terminal.progress && !json) terminal.note(`Sprawdzam ${path}…\n`);
  const checked = await api.checkImport({
    params: { companyId },
    body: {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      ...(options.header === undefined ? {} : { header: options.header ? 'yes' : 'no' }),
      ...(options.columns === undefined ? {} : { columns: options.columns }),
      ...(options.delimiter === undefined ? {} : { delimiter: delimiters[options.delimiter] }),
    },
    file,
    fileName: basename(path),
  });
  const params = { companyId, importId: checked.id };
  if (!json) await terminal.write(`${(await checkedLines(api, params, checked, work)).join('\n')}\n`);
  if (options.rejected !== undefined) {
    await saveCsv(options.rejected, await api.exportRejectedRows({ params }));
    if (!json) await terminal.write(`Odrzucone wiersze i wartości z powodami: ${options.rejected}\n`);
  }
  const exit = options.strict && checked.summary.rejected > 0 ? exitCodes.incomplete : exitCodes.done;
  if (!(await mayApply(work, checked, options))) return { data: checked, lines: [untouched(checked)], exit };
  const applied = await api.applyImport({ params });
  return { data: applied, lines: doneLines(applied, work), exit };
}

/** Whether to write it, as far as that is known without asking again. */
async function mayApply(work: Work, checked: Import, { yes, apply }: ImportOptions): Promise<boolean> {
  if (yes || apply) return true;
  if (!changesSomething(checked) || work.json || !work.terminal.isInteractive) return false;
  return confirm(work, 'Zapisać w kartotece?');
}

function changesSomething({ summary: { create, update, contacts, consents } }: Import): boolean {
  return create + update + contacts.create + contacts.update + consents.given + consents.withdrawn > 0;
}

async function checkedLines(
  api: Client,
  params: { readonly companyId: string; readonly importId: string },
  checked: Import,
  { terminal: { width, paint } }: Work,
): Promise<string[]> {
  const rejected = await sampleRejected(api, params, SHOWN);
  const room = Number.isFinite(width) ? width : 100;
  return [
    ...fileLines(checked, room),
    ...remarkLines(checked, room, paint),
    ...(rejected.length > 0
      ? ['', 'Odrzucone, po jednym przykładzie każdego powodu', ...rejectedLines(rejected, room, paint)]
      : []),
    '',
    paint('strong', 'Co się zmieni'),
    ...summaryLines(checked, paint),
    '',
  ];
}

const untouched = (checked: Import): string =>
  changesSomething(checked)
    ? 'Tylko sprawdzono: kartoteka się nie zmieniła. Żeby zapisać, dodaj --yes.'
    : 'Nie ma czego zapisać: wszystko, co dało się wczytać, jest już w kartotece.';

function doneLines(applied: Import, { terminal: { paint } }: Work): string[] {
  const { create, update, rejected } = applied.summary;
  return [
    paint('good', 'Zapisano w kartotece.'),
    `Nowi kontrahenci: ${formatCount(create)}, zmienieni: ${formatCount(update)}, odrzucono ${countOf(rejected, nouns.row)}.`,
    `Zobacz: npx goniec contractors. Cofnij: npx goniec import undo ${applied.id}`,
  ];
}
