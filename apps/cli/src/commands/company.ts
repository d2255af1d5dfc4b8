import type { Command } from 'commander';
import { tableLines } from '../format/table.ts';
import { formatMoment } from '../format/time.ts';
import { tidy } from '../format/width.ts';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

export function companyCommand(run: Run): Command {
  return createCommand('company', 'Firmy w tej instalacji', {
    english: 'list companies, create one.',
    examples: ['company list', 'company create "Piekarnia Żuraw sp. z o.o." --nip 5260250995'],
  })
    .addCommand(
      createCommand('list', 'Lista firm', { english: 'list companies.', examples: ['company list'] }).action(run(list)),
    )
    .addCommand(
      createCommand('create', 'Załóż firmę', {
        english: 'create a company.',
        examples: ['company create "Piekarnia Żuraw sp. z o.o."'],
      })
        .argument('<nazwa>', 'nazwa firmy')
        .option('--nip <nip>', 'numer NIP')
        .action(run(create)),
    );
}

async function list(work: Work): Promise<Report> {
  const { api } = await work.server();
  const companies = await api.listCompanies();
  const { width, paint } = work.terminal;
  return {
    data: companies,
    lines: tableLines(
      [
        { title: 'Nr', value: ({ id }) => id, align: 'right' },
        { title: 'Nazwa', value: ({ name }) => name, shrinksTo: 12 },
        { title: 'NIP', value: ({ nip }) => nip ?? '' },
        { title: 'Założona', value: ({ createdAt }) => formatMoment(createdAt) },
      ],
      companies.items,
      width,
      paint,
    ),
  };
}

async function create(work: Work, name: string, { nip }: { readonly nip?: string }): Promise<Report> {
  const { api } = await work.server();
  const company = await api.createCompany({ body: { name, ...(nip === undefined ? {} : { nip }) } });
  return {
    data: company,
    lines: [
      `Założono firmę ${tidy(company.name)} (${company.id}).`,
      'Teraz włącz usługę i podaj bramkę: npx goniec settings service on, npx goniec settings set --help',
    ],
  };
}
