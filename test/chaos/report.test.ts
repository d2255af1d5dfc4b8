import { describe, expect, it } from 'vitest';
import { auditLedger } from './audit.ts';
import { reportOf, type Circumstances } from './report.ts';
import type { ChaosResult } from './run.ts';

const at: Circumstances = {
  date: '2026-11-22',
  commit: 'abc1234',
  seed: 7,
  workers: 2,
  cores: 2,
  processor: 'Some processor',
  memoryGb: 8,
  system: 'Linux x64',
  node: '26.10.0',
};
const campaign = { name: 'C1', text: 'Dzień dobry', sent: new Set(['48501000001']) };
const message = { idx: 'g1-1', text: campaign.text, status: 'DELIVERED' };
const verdictOf = (...accepted: readonly (typeof message)[]) =>
  auditLedger([campaign], [{ number: '48501000001', accepted, received: accepted }]);

function run(change: Partial<ChaosResult> = {}): ChaosResult {
  return {
    kills: [
      { victim: 'worker', phase: 'claim', planned: 'claim', target: 'worker-1', missed: '' },
      { victim: 'database', phase: 'moment', planned: 'record', target: 'database', missed: 'nobody asked' },
    ],
    outages: [
      { name: 'worker-1', how: 'killed', downMs: 900 },
      { name: 'worker-1', how: 'killed', downMs: 1_600 },
    ],
    rests: [{ verdict: verdictOf(message), faults: [], endedAfterMs: 9_000 }],
    campaigns: 1,
    drafts: 0,
    messages: 1,
    uncertain: { batches: 3, taken: 4, sentNow: 5, reported: 6, open: 0 },
    killingMs: 3_000,
    totalMs: 20_000,
    postgres: '18.4',
    faults: [],
    ...change,
  };
}

describe('reportOf', () => {
  it('says that all was well, and of how many', () => {
    const report = reportOf(run(), at);
    expect(report).toContain('**Every number got each message exactly once, and every campaign ended by itself.**');
    expect(report).toContain('| **duplicates** | **0** |');
    expect(report).toContain('| worker-1 | 2 | 1.6 s | 1.6 s |');
    expect(report).toContain('1.50 s a kill');
    expect(report).toContain('npm run chaos -- --kills 2 --seed 7 --workers 2');
  });

  it('counts a kill where it really struck, and admits the phases it missed', () => {
    const report = reportOf(run(), at);
    expect(report).toContain('| before the claim of the batch commits | 1 | – | – | – | 1 |');
    expect(report).toContain('| after the reply, before the record commits | – | – | – | – | 0 |');
    expect(report).toContain('| at any moment | – | – | 1 | – | 1 |');
    expect(report).toContain('In 1 of 2 kills nobody came into the planned phase');
  });

  it('names every fault of a run that failed', () => {
    const verdict = verdictOf(message, { ...message, idx: 'g2-1' });
    const faults = ['duplicate: taken again: 48501000001 in C1 (idx g2-1)'];
    const report = reportOf(run({ rests: [{ verdict, faults, endedAfterMs: 1 }], faults }), at);
    expect(report).toContain('**The run failed.**');
    expect(report).toContain(`- ${faults[0]}`);
    expect(report).not.toContain('**duplicates** | **0**');
  });
});
