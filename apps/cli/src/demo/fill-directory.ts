import { join } from 'node:path';
import { sampleRejected } from '../api/sample-rejected.ts';
import type { Import } from '../api/shapes.ts';
import { openUpload } from '../files.ts';
import { countOf, nouns } from '../format/numbers.ts';
import { rejectedLines, summaryLines } from '../import-lines.ts';
import type { CompanyServer, Work } from '../work.ts';

const SHOWN = 4;

/** Imports the sample when nobody is in the directory yet; null when somebody is. */
export async function fillDirectory(
  work: Work,
  { api, companyId }: CompanyServer,
  say: (lines: readonly string[]) => Promise<void>,
): Promise<Import | null> {
  const { total } = await api.listContractors({ params: { companyId }, query: { limit: 1 } });
  if (total !== 0) {
    await say([`W kartotece jest już ${countOf(total ?? 0, nouns.contractor)}: importu nie trzeba.`]);
    return null;
  }
  const { width, paint } = work.terminal;
  const room = Number.isFinite(width) ? width : 100;
  const fileName = 'kontrahenci-wapro.csv';
  await say([`Kartoteka jest pusta. Wczytuję samples/${fileName}: najpierw próba.`]);
  const file = await openUpload(join(work.root, 'samples', fileName));
  const checked = await api.checkImport({ params: { companyId }, body: {}, file, fileName });
  const params = { companyId, importId: checked.id };
  const rejected = await sampleRejected(api, params, SHOWN);
  await say([
    ...summaryLines(checked, paint),
    '',
    'Kilka z odrzuconych, z powodami:',
    ...rejectedLines(rejected, room, paint),
  ]);
  const applied = await api.applyImport({ params });
  await say(['', paint('good', 'Zapisano w kartotece.')]);
  return applied;
}
