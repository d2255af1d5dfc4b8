import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { polish, type Words } from '../support/words.ts';

/** A file in memory, as somebody would choose it from a disk. */
export interface ChosenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** *Kartoteki > Import kontrahentów*. */
export interface ImportPage {
  readonly choose: Locator;
  readonly apply: Locator;
  readonly confirm: Locator;
  /** Answers the dialog that `open` makes appear. */
  chooseFile(file: ChosenFile, open: () => Promise<void>): Promise<void>;
  /** What the file was recognised as. */
  readonly encoding: Locator;
  readonly delimiter: Locator;
  /** Of a workbook: which of its sheets was read. */
  readonly sheet: Locator;
  /** That nobody knows which column is the name. */
  readonly nameMissing: Locator;
  /** Says what a column is. */
  nameColumn(header: string, field: keyof Words['imports']['field']): Promise<void>;
  /** Waits until the first row was taken for names of columns, or for a contractor. */
  firstRowIs(what: 'yes' | 'no'): Promise<void>;
  setFirstRow(what: 'yes' | 'no'): Promise<void>;
  /** The number over one of the outcomes. */
  outcome(name: keyof Words['imports']['outcome']): Locator;
  /** What leads from a remark, known by words of its sentence, to its rows. */
  rowsOf(words: string): Locator;
  /** The file of rejected rows, as it arrives in the folder of downloads. */
  downloadRejected(): Promise<{ readonly name: string; readonly content: string }>;
  /** Says yes to what the dry run showed. */
  applyNow(): Promise<void>;
  seeContractors(): Promise<void>;
  /** Takes it back, after the numbers have been shown. */
  undoNow(): Promise<void>;
}

/** A press does not wait: while something is done with the file its buttons take none. */
async function pressReady(button: Locator): Promise<void> {
  await expect.poll(() => button.isEnabled()).toBe(true);
  await button.press('Enter');
}

export function importPage(page: Page, words: Words = polish): ImportPage {
  const { imports } = words;
  // from now on the dialog is ours; asked for only with the key that opens it, the key would be faster
  page.on('filechooser', () => undefined);
  const apply = page.getByRole('button', {
    name: new RegExp(`^${imports.apply.button_other.split('{{')[0] ?? ''}`, 'u'),
  });
  const firstRow = page.getByRole('combobox', { name: imports.header.label });
  const choose = async (list: Locator, name: string): Promise<void> => {
    await list.press('Enter');
    await page.getByRole('option', { name, exact: true }).click();
    // the file has been read again, and the keyboard is where it was
    await expect.poll(() => list.inputValue()).toBe(name);
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
  };
  const confirm = page.getByRole('button', { name: imports.apply.confirm });
  return {
    choose: page.getByRole('button', { name: imports.drop.choose }),
    apply,
    confirm,
    async chooseFile({ name, content }, open) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
      await chooser.setFiles({
        name,
        mimeType: typeof content === 'string' ? 'text/csv' : '',
        buffer: Buffer.from(content),
      });
      await page.getByRole('heading', { name }).waitFor();
    },
    encoding: page.getByRole('combobox', { name: imports.encoding }),
    delimiter: page.getByRole('combobox', { name: imports.delimiter }),
    sheet: page.getByRole('combobox', { name: imports.sheet, exact: true }),
    nameMissing: page.getByRole('alert').filter({ hasText: imports.columns.noName }),
    nameColumn: (header, field) =>
      choose(
        page.getByRole('combobox', { name: imports.columns.mapping.replace('{{header}}', header) }),
        imports.field[field],
      ),
    async firstRowIs(what) {
      await expect.poll(() => firstRow.inputValue()).toBe(imports.header[what]);
    },
    setFirstRow: (what) => choose(firstRow, imports.header[what]),
    outcome: (name) => page.getByRole('button', { name: new RegExp(`^\\d[\\d\\s]*${imports.outcome[name]}$`, 'u') }),
    rowsOf: (words) => page.getByRole('button', { name: new RegExp(`^${imports.remarks.show}: .*${words}`, 'u') }),
    async downloadRejected() {
      const link = page.getByRole('link', { name: imports.rejectedFile });
      const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
      return { name: download.suggestedFilename(), content: Buffer.concat(chunks).toString('utf8') };
    },
    async applyNow() {
      await pressReady(apply);
      await confirm.press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: imports.apply.done.split('{{')[0] ?? '' })
        .waitFor();
    },
    seeContractors: () => page.getByRole('link', { name: imports.apply.see }).press('Enter'),
    async undoNow() {
      await pressReady(page.getByRole('button', { name: imports.undo.button }));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('table', { name: imports.undo.numbers }).waitFor();
      await dialog.getByRole('button', { name: imports.undo.confirm }).press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: imports.undo.done.split('{{')[0] ?? '' })
        .waitFor();
    },
  };
}
