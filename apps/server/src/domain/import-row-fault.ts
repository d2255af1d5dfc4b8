/** Why a line of a file could not be cut into the cells of its header; found while reading CSV, told by the import. */
export type RowFault =
  | { readonly code: 'unclosed_quote' }
  | { readonly code: 'too_few_cells' | 'too_many_cells'; readonly expected: number; readonly found: number };
