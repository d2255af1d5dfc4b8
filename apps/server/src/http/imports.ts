import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { contract, type Contract, type Result } from '@goniec/contract';
import { nameActors } from '../db/actor-names.ts';
import { listImportTasks } from '../db/import-tasks.ts';
import {
  findImport,
  listImportRows,
  listRejected,
  listImports,
  type ImportRecord,
  type ImportRowRecord,
} from '../db/imports.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { writeCsv } from '../files/csv.ts';
import { applyImport } from '../usecases/apply-import.ts';
import { checkImport } from '../usecases/check-import.ts';
import { previewUndo } from '../usecases/preview-undo.ts';
import { undoImport } from '../usecases/undo-import.ts';
import { cursorKey } from './cursor-key.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import { importView, rowView, taskView, undoView } from './import-view.ts';
import type { Exchange, Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept, Refused } from './problem.ts';

type ImportHandlers = Pick<
  Handlers,
  | 'checkImport'
  | 'listImports'
  | 'listImportTasks'
  | 'getImport'
  | 'listImportRows'
  | 'exportRejectedRows'
  | 'applyImport'
  | 'previewUndo'
  | 'undoImport'
>;
type ImportView = Result<Contract['getImport']>;

export function importHandlers(deps: HttpDeps): ImportHandlers {
  const keyOf = ({ request }: Exchange, params: { readonly companyId: string; readonly importId: string }) => ({
    companyId: companyOf(request, params.companyId),
    importId: Number(params.importId),
    actor: identityOf(request).actor,
  });
  const namesOf = (records: readonly ImportRecord[]) =>
    nameActors(
      deps.db,
      records.flatMap(({ undoneBy }) => undoneBy ?? []),
    );
  const view = async (key: { readonly companyId: number; readonly importId: number }) => {
    const record = await findImport(deps.db, key);
    return accept<ImportView>(record ? done(importView(record, await namesOf([record]))) : refuse('not_found'));
  };
  return {
    checkImport: async ({ params }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { options, ...file } = accept(await readUpload(request));
      const { header, ...reading } = options;
      const headed = header === undefined ? undefined : header === 'yes';
      const importId = accept(
        await checkImport(deps, { companyId, actor: identityOf(request).actor, ...file, ...reading, headed }),
      );
      return view({ companyId, importId });
    },
    listImports: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const [before] = cursorKey(query.cursor, ['number'], [null] as const);
      const records = await listImports(deps.db, { companyId, before, limit: query.limit + 1 });
      const names = await namesOf(records);
      return pageOf(
        records,
        query.limit,
        (record) => importView(record, names),
        ({ id }) => [id],
      );
    },
    listImportTasks: async ({ params }, { request }) => ({
      items: (await listImportTasks(deps.db, companyOf(request, params.companyId))).map(taskView),
    }),
    getImport: async ({ params }, exchange) => view(keyOf(exchange, params)),
    listImportRows: async ({ params, query }, exchange) => {
      const key = keyOf(exchange, params);
      await view(key);
      const { limit, outcome, remarked, remark, undone } = query;
      const [after] = cursorKey(query.cursor, ['number'], [-1] as const);
      const rows = await listImportRows(deps.db, {
        ...key,
        after,
        limit: limit + 1,
        ...(outcome ? { outcome } : {}),
        ...(remarked ? { remarked } : {}),
        ...(remark ? { remark } : {}),
        ...(undone ? { undone } : {}),
      });
      return pageOf(rows, limit, rowView, ({ line }) => [line]);
    },
    exportRejectedRows: async ({ params }, exchange) => {
      const key = keyOf(exchange, params);
      const { columns } = await view(key);
      const rejected = await listRejected(deps.db, key);
      const header = ['Wiersz', 'Powód', ...columns.map(({ header: text }) => text)];
      exchange.reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="odrzucone-${key.importId}.csv"`);
      return writeCsv(
        header,
        rejected.map(({ line, cells, remarks }) => [String(line), reasonsOf(remarks), ...cells]),
      );
    },
    applyImport: async ({ params }, exchange) => {
      const key = keyOf(exchange, params);
      accept(await applyImport(deps, key));
      return view(key);
    },
    previewUndo: async ({ params }, exchange) => undoView(accept(await previewUndo(deps, keyOf(exchange, params)))),
    undoImport: async ({ params }, exchange) => {
      const key = keyOf(exchange, params);
      accept(await undoImport(deps, key));
      return view(key);
    },
  };
}

const reasonsOf = (remarks: ImportRowRecord['remarks']) =>
  remarks
    .filter(({ severity }) => severity.startsWith('rejected'))
    .map(({ column, pl }) => (column === null ? pl : `${column}: ${pl}`))
    .join(' ');

type Uploaded = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly options: ReturnType<typeof optionsOf>;
};

async function readUpload(request: FastifyRequest): Promise<Outcome<Uploaded>> {
  if (!request.isMultipart()) return refuse('import_file_missing');
  const file = await request.file();
  if (!file) return refuse('import_file_missing');
  const bytes = await file.toBuffer();
  return done({ fileName: file.filename, bytes, options: optionsOf(file) });
}

function optionsOf({ fields }: MultipartFile) {
  const given = Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field && 'value' in field ? [[name, field.value]] : [])),
  );
  const parsed = contract.checkImport.body.safeParse(given);
  if (!parsed.success)
    throw new Refused({
      code: 'invalid_request',
      errors: parsed.error.issues.map(({ path, message }) => ({ pointer: `/body/${path.join('/')}`, detail: message })),
    });
  return parsed.data;
}
