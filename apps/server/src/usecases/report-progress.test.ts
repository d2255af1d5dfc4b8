import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { withProgress } from './report-progress.ts';

let test: TestApi;
let companyId: number;
beforeAll(async () => {
  test = await createTestApi({ contacts: 0 });
  companyId = test.rig.firm.companyId;
});
afterAll(() => test.close());

const running = async () => (await test.api.listImportTasks({ params: { companyId: String(companyId) } })).items;
const task = () => ({ companyId, importId: 7, kind: 'apply' as const, fileName: 'a.csv' });

it('tells how far long work is while it goes on, and nothing once it has ended', async () => {
  const outcome = await withProgress(test.deps, task(), async (progress) => {
    expect(await running()).toMatchObject([{ kind: 'apply', importId: '7', fileName: 'a.csv', done: 0, total: 0 }]);
    progress.of(1_000, 2);
    progress.done(500);
    await expect.poll(running).toMatchObject([{ total: 1_000 }]);
    // told at most a few times a second, so the rest of the first pass is not told at once
    await new Promise((resolve) => setTimeout(resolve, 400));
    progress.done(500);
    await expect.poll(running).toMatchObject([{ done: 500, total: 1_000 }]);
    return 'done';
  });
  expect([outcome, await running()]).toEqual(['done', []]);
});

it('is over when the work fails', async () => {
  await expect(withProgress(test.deps, task(), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await running()).toEqual([]);
});

it('does not stop work whose progress cannot be told', async () => {
  const unknown = { ...task(), companyId: 999_999 };
  expect(await withProgress(test.deps, unknown, (progress) => Promise.resolve(progress.of(1, 1) ?? 'done'))).toBe(
    'done',
  );
});
