import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { phaseNames, phases, victims } from '../chaos/plan.ts';
import { runScript } from '../support/launch.ts';
import { nobodyLeft } from '../support/processes.ts';

/** Another seed: `CHAOS_SEED=7 npm test`. The long run is `npm run chaos`. */
const seed = process.env['CHAOS_SEED'] ?? '20261122';
const KILLS = 10;

const folder = mkdtempSync(join(tmpdir(), 'goniec-chaos-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

// The embedded database's port changes with each start on Windows, which the driver cannot follow.
describe.skipIf(process.platform === 'win32')('ten kills under load', () => {
  it(`lose nothing and repeat nothing (seed ${seed})`, async () => {
    const report = join(folder, 'report.md');
    const state = join(folder, 'state zażółć');
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'chaos.mjs');
    const args = ['--kills', String(KILLS), '--seed', seed, '--workers', '2', '--folder', state, '--report', report];
    const { code, stdout, stderr } = await runScript(script, args, {}).ended;
    expect(code, `${stdout}${stderr}`).toBe(0);

    const rows = new Map(
      readFileSync(report, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map(([, name = '', ...cells]): [string, string[]] => [name, cells.slice(0, -1)]),
    );
    expect(rows.get('**duplicates**')).toEqual(['**0**']);
    expect(rows.get('**losses**')).toEqual(['**0**']);
    expect(rows.get('all')).toEqual([...victims.map(() => expect.stringMatching(/^[1-9]/u)), String(KILLS)]);
    for (const phase of phases) expect(rows.get(phaseNames[phase])?.at(-1), phase).toMatch(/^[1-9]/u);
    await nobodyLeft(state);
  });
});
