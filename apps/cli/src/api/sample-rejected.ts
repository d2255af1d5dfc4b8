import type { Client } from '@goniec/contract';
import type { ImportRow } from './shapes.ts';

type Rows = readonly ImportRow[];

/** Rows that are looked through; a reason that first comes later is only counted. */
const READ = 200;

/** Rows of a checked import with one example of each reason for rejecting: whole rows first, then single values. */
export async function sampleRejected(
  api: Pick<Client, 'listImportRows'>,
  params: { readonly companyId: string; readonly importId: string },
  wanted: number,
): Promise<Rows> {
  const [rows, values] = await Promise.all([
    api.listImportRows({ params, query: { remarked: 'rejected_row', limit: READ } }),
    api.listImportRows({ params, query: { remarked: 'rejected_value', limit: READ } }),
  ]);
  const half = firstOfEach(rows.items, 'rejected_row').slice(0, Math.ceil(wanted / 2));
  return [...half, ...firstOfEach(values.items, 'rejected_value').slice(0, wanted - half.length)];
}

/** The first row of each reason, with that remark alone. */
function firstOfEach(rows: Rows, severity: ImportRow['remarks'][number]['severity']): Rows {
  const remarked = rows.flatMap((row) =>
    row.remarks.filter((remark) => remark.severity === severity).map((remark) => ({ ...row, remarks: [remark] })),
  );
  return [...Map.groupBy(remarked, ({ remarks }) => remarks[0]?.code).values()].flatMap((group) => group.slice(0, 1));
}
