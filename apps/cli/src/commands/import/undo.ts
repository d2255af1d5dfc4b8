import { Argument, type Command } from 'commander';
import type { ImportUndo } from '../../api/shapes.ts';
import { requireYes } from '../../confirm.ts';
import { factLines } from '../../format/facts.ts';
import { countOf, formatCount, nouns } from '../../format/numbers.ts';
import { wrap } from '../../format/width.ts';
import { createCommand } from '../../help.ts';
import { parseId } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function undoImportCommand(run: Run): Command {
  const command = createCommand('undo', 'Cofnij zapisany import: najpierw liczby, potem pytanie', {
    english: 'undo an applied import: tells in numbers what would go back and what would stay, then asks.',
    notes: [
      'Zostaje wszystko, co ktoś po imporcie zmienił albo do czego już wysłano.',
      'Zgody z pliku zostają unieważnione; zgody, którą plik wycofał, cofnięcie nie przywraca.',
    ],
    examples: ['import undo 12', 'import undo 12 --yes'],
  })
    .addArgument(new Argument('<nr>', 'numer importu').argParser(parseId))
    .option('-y, --yes', 'nie pytaj');
  // `import` has a --yes of its own, which takes this one's place wherever it stands
  return command.action(
    run((work: Work, importId: string) => undoImport(work, importId, command.optsWithGlobals<{ yes?: true }>())),
  );
}

async function undoImport(work: Work, importId: string, { yes }: { readonly yes?: true }): Promise<Report> {
  const { terminal, json } = work;
  const { api, companyId } = await work.company();
  const params = { companyId, importId };
  const preview = await api.previewUndo({ params });
  if (!json) await terminal.write(`${undoLines(preview, terminal.width).join('\n')}\n\n`);
  await requireYes(work, `Cofnąć import ${importId}?`, yes);
  const undone = await api.undoImport({ params });
  return { data: undone, lines: [terminal.paint('good', `Import ${importId} cofnięto.`)] };
}

/** What goes back, what stays, and why. */
function undoLines({ contractors, contacts, consents, rows, reasons }: ImportUndo, width: number): string[] {
  const moved = ({ removed, restored, kept }: ImportUndo['contacts']) =>
    `do usunięcia ${formatCount(removed)} · do przywrócenia ${formatCount(restored)} · bez zmian ${formatCount(kept)}`;
  return [
    ...factLines([
      ['Kontrahenci', moved(contractors)],
      ['Kontakty', moved(contacts)],
      [
        'Zgody na SMS',
        `do unieważnienia ${formatCount(consents.annulled)} · pozostają wycofane ${formatCount(consents.kept)}`,
      ],
      ['Zostaje coś z', countOf(rows.partly + rows.kept, nouns.row)],
    ]),
    ...reasons.flatMap(({ count, sentence }) =>
      wrap(`${formatCount(count)} × ${sentence.pl}`, Number.isFinite(width) ? width : 100),
    ),
  ];
}
