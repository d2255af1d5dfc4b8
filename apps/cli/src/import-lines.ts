import type { Import, ImportRow } from './api/shapes.ts';
import { factLines } from './format/facts.ts';
import { countOf, formatCount, nouns } from './format/numbers.ts';
import type { Paint, Tone } from './format/paint.ts';
import { fit, tidy, wrap } from './format/width.ts';

const fields: Readonly<Record<string, string>> = {
  code: 'kod',
  shortName: 'nazwa skrócona',
  name: 'nazwa',
  nip: 'NIP',
  nipCountry: 'kraj NIP',
  mobile: 'telefon komórkowy',
  phone: 'telefon',
  fax: 'faks (pomijany)',
  email: 'e-mail',
  street: 'ulica',
  houseNumber: 'nr domu',
  flatNumber: 'nr lokalu',
  postalCode: 'kod pocztowy',
  city: 'miejscowość',
  country: 'kraj',
  contactName: 'osoba',
  firstName: 'imię',
  lastName: 'nazwisko',
  role: 'stanowisko',
  group: 'grupa',
  smsConsent: 'zgoda SMS',
  consentDate: 'data zgody',
  otherConsent: 'inna zgoda (pomijana)',
  ignore: 'pomijana',
};

const delimiters: Readonly<Record<string, string>> = { ';': 'średnik', ',': 'przecinek', '\t': 'tabulator' };

/** From the gravest on. */
const severities = [
  { severity: 'rejected_row', title: 'Odrzucone wiersze', tone: 'bad' },
  { severity: 'rejected_value', title: 'Odrzucone wartości (reszta wiersza zostaje)', tone: 'bad' },
  { severity: 'warning', title: 'Do sprawdzenia', tone: 'warn' },
  { severity: 'note', title: 'Do wiadomości', tone: 'dim' },
] as const satisfies readonly { readonly severity: string; readonly title: string; readonly tone: Tone }[];

/** How much of a cell is quoted. */
const QUOTED = 60;

/** How the file was read. */
export function fileLines(record: Import, width: number): string[] {
  const { fileName, columns, summary } = record;
  const pairs = columns.map(({ header, field }) => `${tidy(header) || '(bez nagłówka)'} → ${fields[field] ?? field}`);
  return [
    `${tidy(fileName)}: ${countOf(summary.rows, nouns.row)}, ${readingOf(record)}`,
    ...otherSheets(record, width),
    ...wrap(`Kolumny: ${pairs.join(' · ')}`, width),
    ...columns.flatMap(({ header, hint }) => (hint ? hanging('  ! ', `${tidy(header)}: ${tidy(hint.pl)}`, width) : [])),
  ];
}

function readingOf({ encoding, delimiter, sheet }: Import): string {
  if (sheet !== null) return `arkusz „${tidy(sheet)}”`;
  return `kodowanie ${encoding ?? ''}, separator: ${delimiters[delimiter ?? ''] ?? delimiter ?? ''}`;
}

function otherSheets({ sheet, sheets }: Import, width: number): string[] {
  const others = sheets?.filter((each) => each !== sheet).map((each) => tidy(each)) ?? [];
  return others.length === 0 ? [] : wrap(`Inne arkusze (--sheet <nazwa>): ${others.join(' · ')}`, width);
}

const list = (...parts: readonly (readonly [string, number])[]): string =>
  parts.map(([name, value]) => `${name} ${formatCount(value)}`).join(' · ');

/** What the import comes to. Before it is applied: what would change; after: what has. */
export function summaryLines({ summary }: Import, paint: Paint): string[] {
  const { create, update, same, rejected, contacts, numbers, consents } = summary;
  return factLines([
    [
      'Kontrahenci',
      `${list(['nowi', create], ['zmienieni', update], ['bez zmian', same])} · ${paint(rejected > 0 ? 'bad' : 'dim', `odrzucone wiersze ${formatCount(rejected)}`)}`,
    ],
    ['Kontakty', list(['nowe', contacts.create], ['zmienione', contacts.update], ['bez zmian', contacts.same])],
    [
      'Numery',
      list(
        ['komórkowe', numbers.mobile],
        ['stacjonarne', numbers.landline],
        ['inne', numbers.other],
        ['błędne', numbers.faulty],
      ),
    ],
    [
      'Zgody na SMS',
      list(
        ['nowe', consents.given],
        ['wycofane', consents.withdrawn],
        ['pozostają wycofane mimo pliku', consents.keptWithdrawn],
      ),
    ],
  ]);
}

/** What was noticed: how often, and what it means. */
export function remarkLines({ summary }: Import, width: number, paint: Paint): string[] {
  return severities.flatMap(({ severity, title, tone }) => {
    const remarks = summary.remarks.filter((remark) => remark.severity === severity);
    if (remarks.length === 0) return [];
    return [
      '',
      paint(tone, title),
      ...remarks.flatMap(({ count, sentence }) =>
        hanging(`${formatCount(count).padStart(5)} × `, tidy(sentence.pl), width),
      ),
    ];
  });
}

/** The rows of which something was rejected: where it stands, what stands there, why it was not taken. */
export function rejectedLines(rows: readonly ImportRow[], width: number, paint: Paint): string[] {
  return rows.flatMap(({ line, name, remarks }) =>
    remarks
      .filter(({ severity }) => severity === 'rejected_row' || severity === 'rejected_value')
      .flatMap(({ column, value, sentence }) => {
        const place = [
          `wiersz ${line}`,
          ...(name === null ? [] : [tidy(name)]),
          ...(column === null ? [] : [tidy(column)]),
        ];
        return [
          `  ${paint('strong', fit(place.join(' · '), width - 2))}`,
          `    ${paint('dim', fit(tidy(value), Math.min(width - 4, QUOTED)))}`,
          ...hanging('    ', tidy(sentence.pl), width),
        ];
      }),
  );
}

/** A head, and a text beside it that keeps to its right. */
function hanging(head: string, text: string, width: number): string[] {
  return wrap(text, Math.max(20, width - head.length)).map(
    (line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`,
  );
}
