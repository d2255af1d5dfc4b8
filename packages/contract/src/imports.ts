import { z } from 'zod';
import { operations } from './operation.ts';
import { CompanyParams, Id, page, PageQuery, Reason, Sentence, Time } from './scalars.ts';

export const Remark = z
  .object({
    code: z.string(),
    severity: z.enum(['rejected_row', 'rejected_value', 'warning', 'note']),
    column: z.string().nullable(),
    value: z.string(),
    sentence: Sentence,
  })
  .meta({ id: 'Remark' });

/** What a column of a file can be. Several columns may be `name`, `mobile`, `phone`, `email` and `group`. */
const IMPORT_FIELDS = [
  'code',
  'name',
  'shortName',
  'nip',
  'nipCountry',
  'mobile',
  'phone',
  'fax',
  'email',
  'street',
  'houseNumber',
  'flatNumber',
  'postalCode',
  'city',
  'country',
  'contactName',
  'firstName',
  'lastName',
  'role',
  'group',
  'smsConsent',
  'consentDate',
  'otherConsent',
  'ignore',
] as const;

const ImportField = z.enum(IMPORT_FIELDS);
const ImportHeader = z.enum(['yes', 'no']);

export const ImportSummary = z
  .object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    same: z.int(),
    rejected: z.int(),
    contacts: z.object({ create: z.int(), update: z.int(), same: z.int() }),
    numbers: z.object({ mobile: z.int(), landline: z.int(), other: z.int(), faulty: z.int() }),
    consents: z.object({ given: z.int(), withdrawn: z.int(), keptWithdrawn: z.int() }),
    remarks: z.array(z.object({ code: z.string(), severity: z.string(), count: z.int(), sentence: Sentence })),
  })
  .meta({ id: 'ImportSummary' });

const Undone = z.object({ removed: z.int(), restored: z.int(), kept: z.int() });

export const ImportUndo = z
  .object({
    rows: z.object({ back: z.int(), partly: z.int(), kept: z.int() }),
    contractors: Undone,
    contacts: Undone,
    consents: z.object({ annulled: z.int(), kept: z.int() }),
    reasons: z
      .array(Reason.extend({ count: z.int() }))
      .meta({ description: 'Why something stays, and in how many rows' }),
  })
  .meta({ id: 'ImportUndo' });

const UndoResult = z.enum(['back', 'partly', 'kept']);

export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    encoding: z.string().nullable().meta({ description: 'Of a CSV file; a workbook has none' }),
    delimiter: z.string().nullable().meta({ description: 'Of a CSV file; a workbook has none' }),
    sheet: z.string().nullable().meta({ description: 'Which sheet of a workbook was read' }),
    sheets: z.array(z.string()).nullable().meta({ description: 'The sheets of a workbook, in their order' }),
    header: ImportHeader.meta({
      description: 'Whether the file names its columns; where it does not, they are A, B …',
    }),
    columns: z.array(z.object({ index: z.int(), header: z.string(), field: z.string(), hint: Sentence.nullable() })),
    state: z.enum(['checked', 'applied', 'undone']),
    summary: ImportSummary,
    createdBy: z.string(),
    createdAt: Time,
    appliedAt: Time.nullable(),
    undoneAt: Time.nullable(),
    undoneBy: z.string().nullable(),
    undoneByName: z.string().nullable().meta({ description: 'Who that is, of people and of keys that have a name' }),
    undo: ImportUndo.nullable(),
    actions: z.array(z.enum(['apply', 'undo'])).meta({ description: 'What can still be done with it' }),
  })
  .meta({ id: 'Import' });

export const ImportRow = z
  .object({
    line: z.int().meta({ description: 'Line of the file, from 1' }),
    outcome: z.enum(['create', 'update', 'same', 'rejected']),
    name: z.string().nullable(),
    contractorId: Id.nullable(),
    cells: z.array(z.string()),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    remarks: z.array(Remark),
    undo: z
      .object({ result: UndoResult, reasons: z.array(Reason) })
      .nullable()
      .meta({ description: 'What became of it when the import was undone' }),
  })
  .meta({ id: 'ImportRow' });

export const ImportTask = z
  .object({
    id: Id,
    kind: z.enum(['check', 'apply', 'undo']),
    importId: Id.nullable().meta({ description: 'Nothing while a file is being checked' }),
    fileName: z.string(),
    done: z.int().meta({ description: 'Rows' }),
    total: z.int().meta({ description: 'Rows; 0 while it is not known' }),
  })
  .meta({ id: 'ImportTask' });

const base = '/companies/{companyId}/imports';
const ImportParams = z.object({ companyId: Id, importId: Id });

export const imports = operations({
  checkImport: {
    method: 'POST',
    path: base,
    tag: 'imports',
    summary: 'Read a contractor file and say what it would change (dry run)',
    description:
      'An Excel workbook (.xlsx), or CSV in UTF-8, UTF-16, windows-1250, ISO-8859-2 or CP852. Nothing in the directory changes until the import is applied. Where no column names the contractor, every row is rejected with `no_name_column`; send the file again with `columns`.',
    params: CompanyParams,
    body: z
      .object({
        encoding: z.enum(['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2', 'cp852']).optional(),
        delimiter: z.enum([';', ',', '\t']).optional(),
        sheet: z
          .string()
          .max(100)
          .optional()
          .meta({ description: 'Which sheet of a workbook; nothing: the first one with anything in it' }),
        header: ImportHeader.optional().meta({
          description: 'Whether the first row holds the names of the columns; nothing: as it looks',
        }),
        columns: z
          .string()
          .max(4_000)
          .transform((text) => text.split(',').map((field) => (field === '' ? null : field)))
          .pipe(z.array(ImportField.nullable()))
          .optional()
          .meta({
            description: `What the columns are, from the left, between commas; nothing: as recognised. One of: ${IMPORT_FIELDS.join(', ')}`,
            example: 'code,name,,mobile',
          }),
      })
      .meta({ id: 'ImportOptions' }),
    upload: true,
    response: Import,
    status: 201,
  },
  listImports: {
    method: 'GET',
    path: base,
    tag: 'imports',
    summary: 'Imports, newest first',
    params: CompanyParams,
    query: PageQuery,
    response: page(Import, 'ImportPage'),
  },
  listImportTasks: {
    method: 'GET',
    path: `/companies/{companyId}/import-tasks`,
    tag: 'imports',
    summary: 'Files that are being checked, written or undone just now, and how far',
    description: 'The event `import.progress` tells that it is worth asking again.',
    params: CompanyParams,
    response: z.object({ items: z.array(ImportTask) }).meta({ id: 'ImportTasks' }),
  },
  getImport: {
    method: 'GET',
    path: `${base}/{importId}`,
    tag: 'imports',
    summary: 'Get an import',
    params: ImportParams,
    response: Import,
  },
  listImportRows: {
    method: 'GET',
    path: `${base}/{importId}/rows`,
    tag: 'imports',
    summary: 'Rows of the file and what becomes of each',
    params: ImportParams,
    query: PageQuery.extend({
      outcome: z.enum(['create', 'update', 'same', 'rejected']).optional(),
      remarked: z.enum(['rejected_row', 'rejected_value', 'warning', 'note']).optional(),
      remark: z.string().max(64).optional().meta({ description: 'The code of a remark, as the summary has it' }),
      undone: UndoResult.optional(),
    }),
    response: page(ImportRow, 'ImportRowPage'),
  },
  exportRejectedRows: {
    method: 'GET',
    path: `${base}/{importId}/rejected.csv`,
    tag: 'imports',
    summary: 'Rejected rows and values with their reasons, as CSV',
    params: ImportParams,
    response: z.string(),
    produces: 'text/csv',
  },
  applyImport: {
    method: 'POST',
    path: `${base}/{importId}/apply`,
    tag: 'imports',
    summary: 'Write a checked import into the directory',
    description:
      'Matched again at this moment. A withdrawn consent is never reopened, a suppressed number stays suppressed.',
    params: ImportParams,
    response: Import,
  },
  previewUndo: {
    method: 'GET',
    path: `${base}/{importId}/undo`,
    tag: 'imports',
    summary: 'What undoing an import would take back and what would stay',
    params: ImportParams,
    response: ImportUndo,
  },
  undoImport: {
    method: 'POST',
    path: `${base}/{importId}/undo`,
    tag: 'imports',
    summary: 'Undo an applied import',
    description:
      'What it created goes away, what it changed goes back, consents it recorded are annulled. Whatever was changed or used since stays, and every such row says why. A consent it withdrew stays withdrawn.',
    params: ImportParams,
    response: Import,
  },
});
