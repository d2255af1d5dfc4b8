import type { Command } from 'commander';
import { readPages } from '../api/pages.ts';
import type { Contact, Contractor } from '../api/shapes.ts';
import { addFilterOptions, type FilterOptions, filterOf } from '../contractor-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { countOf, formatCount, nouns } from '../format/numbers.ts';
import { formatPhone } from '../format/phone.ts';
import { consents } from '../format/states.ts';
import type { Column } from '../format/table.ts';
import { createCommand } from '../help.ts';
import { writeList } from '../list.ts';
import { allOption, limitOption } from '../parse-options.ts';
import type { Run } from '../run.ts';
import type { Outcome, Work } from '../work.ts';

interface ListOptions extends FilterOptions {
  readonly limit: number;
  readonly all?: true;
}

export function contractorsCommand(run: Run): Command {
  const contractors = createCommand('contractors', 'Lista kontrahentów z numerami i zgodami', {
    english: 'list contractors with their numbers and consents.',
    examples: [
      'contractors',
      'contractors żuraw',
      'contractors --group Hurt --consent active --number mobile',
      'contractors --all --json > kontrahenci.json',
    ],
  }).argument('[szukaj]', 'nazwa, NIP, kod, miejscowość, osoba albo numer telefonu');
  return addFilterOptions(contractors).addOption(limitOption(20)).addOption(allOption()).action(run(list));
}

async function list(work: Work, query: string | undefined, options: ListOptions): Promise<Outcome> {
  const { api, companyId } = await work.company();
  const filter = filterOf(options, query) ?? {};
  let total: number | null = null;
  const pages = readPages(
    async (page) => {
      const read = await api.listContractors({ params: { companyId }, query: { ...filter, ...page } });
      total ??= read.total;
      return read;
    },
    options.all ? Infinity : options.limit,
  );
  const { shown } = await writeList(work, pages, columnsFor(work.terminal.width));
  if (!work.json)
    work.terminal.note(`${footer(shown, total, query !== undefined || Object.keys(filter).length > 0)}\n`);
  return exitCodes.done;
}

function footer(shown: number, total: number | null, isFiltered: boolean): string {
  if (shown === 0)
    return isFiltered
      ? 'Nikt nie pasuje do tego wyszukiwania.'
      : 'Kartoteka jest pusta. Wczytaj kontrahentów: npx goniec import samples/kontrahenci-wapro.csv';
  const all = countOf(total ?? shown, nouns.contractor);
  return total !== null && shown < total ? `\n${formatCount(shown)} z ${all}. Wszyscy: --all` : `\n${all}`;
}

const columns: readonly Column<Contractor>[] = [
  { title: 'Nr', value: ({ id }) => id, align: 'right' },
  { title: 'Kod', value: ({ code }) => code ?? '', shrinksTo: 6 },
  { title: 'Nazwa', value: ({ name }) => name, shrinksTo: 12 },
  { title: 'Skrót', value: ({ shortName }) => shortName ?? '', shrinksTo: 6 },
  { title: 'Miejscowość', value: ({ city }) => city ?? '', shrinksTo: 8 },
  { title: 'Grupy', value: ({ groups }) => groups.join(', '), shrinksTo: 5 },
  { title: 'Numer', value: ({ contacts }) => numbersOf(contacts) },
  {
    title: 'Zgoda',
    value: ({ contacts }) => consents[firstOf(contacts)?.consent ?? 'none'].name,
    tone: ({ contacts }) => consents[firstOf(contacts)?.consent ?? 'none'].tone,
  },
];

/** A narrow terminal has no room for everything. */
const columnsFor = (width: number): readonly Column<Contractor>[] =>
  width < 110 ? columns : [...columns, { title: 'NIP', value: ({ nip }) => nip ?? '' }];

/** The contact a list has room for: the primary one, else the first with a number. */
const firstOf = (contacts: readonly Contact[]): Contact | undefined =>
  contacts.find(({ isPrimary }) => isPrimary) ?? contacts.find(({ phone }) => phone !== null) ?? contacts[0];

function numbersOf(contacts: readonly Contact[]): string {
  const first = firstOf(contacts);
  const others = contacts.filter((contact) => contact !== first && contact.phone !== null).length;
  const shown = first?.phone ? formatPhone(first.phone) : first?.phoneRaw ? `błędny: ${first.phoneRaw}` : '–';
  return others > 0 ? `${shown} +${others}` : shown;
}
