import type { Client } from '@goniec/contract';
import { usageFailure } from '../failure.ts';
import { tidy } from '../format/width.ts';
import type { Company } from './shapes.ts';

/** The company a command is about: the named one, or the only one there is. */
export async function chooseCompany(api: Client, wanted: string | undefined): Promise<Company> {
  const { items } = await api.listCompanies();
  const list = items.map(({ id, name }) => `  ${id}  ${tidy(name)}`).join('\n');
  if (wanted !== undefined) {
    const found = items.find(({ id }) => id === wanted);
    if (found) return found;
    throw usageFailure('company_unknown', {
      pl: `Nie ma firmy ${wanted}.${list && ` Są:\n${list}`}`,
      en: `There is no company ${wanted}.`,
    });
  }
  const [only, another] = items;
  if (only && !another) return only;
  if (!only)
    throw usageFailure(
      'company_missing',
      { pl: 'Nie ma jeszcze żadnej firmy.', en: 'There is no company yet.' },
      { pl: 'Załóż ją: npx goniec company create "Nazwa firmy"', en: 'Create one: npx goniec company create "Name"' },
    );
  throw usageFailure(
    'company_not_chosen',
    { pl: `Firm jest kilka:\n${list}`, en: 'There are several companies.' },
    {
      pl: `Wskaż jedną przez --company, np. --company ${only.id}, albo zmienną GONIEC_COMPANY.`,
      en: 'Choose one with --company or GONIEC_COMPANY.',
    },
  );
}
