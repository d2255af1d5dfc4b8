/** Fields that several columns may hold; another one moves to the column it is chosen for. */
const SEVERAL = new Set(['name', 'mobile', 'phone', 'email', 'group', 'fax', 'otherConsent', 'ignore']);

/** What the columns are once one of them is something else, as the API takes it. */
export function renameColumn(columns: readonly { readonly field: string }[], changed: number, field: string): string {
  return columns
    .map((column, index) => {
      if (index === changed) return field;
      return column.field === field && !SEVERAL.has(field) ? 'ignore' : column.field;
    })
    .join(',');
}
