import { Writable } from 'node:stream';
import { pino } from 'pino';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createRig } from '../support/rig.ts';

interface Line {
  readonly msg: string;
  readonly batchId: number;
  readonly campaignId: number;
  readonly attempt: number;
  readonly firstIdx: string;
  readonly lastIdx: string;
  readonly messages: number;
  readonly result?: string;
}

it('the logs of engine and gateway tell one story: every request has its batch, its attempt and its outcome', async () => {
  const lines: Line[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const rig = await createRig({ contacts: 7, batchSize: 3, emulator: { fateOf: () => 'delivered' } });
  try {
    const deps = { ...rig.deps, log: pino({ level: 'info' }, sink) };
    const key = await rig.draft('Tajna treść');
    await sendCampaign(deps, key);
    rig.emulator.reports.pause();
    rig.emulator.faults.add({ reply: { kind: 'cut' }, accepted: true, next: 1 });
    for (;;) {
      await sql`update batch set not_before = null`.execute(rig.test.db);
      await sql`update gateway set next_request_at = now(), failures = 0`.execute(rig.test.db);
      const batch = await claimNextBatch(deps, 'rig');
      if (!batch) break;
      await sendBatch(deps, 'rig', batch);
    }
    const requests = rig.emulator.requests.all().filter(({ fields }) => fields['message'] === 'Tajna treść');
    const submitting = lines.filter(({ msg }) => msg === 'batch.submitting');
    const recorded = lines.filter(({ msg }) => msg === 'batch.recorded');
    expect(requests).toHaveLength(4);

    const asked = requests.map(({ fields }) => {
      const idx = String(fields['idx']).split(/[|,]/);
      return { firstIdx: idx[0], lastIdx: idx.at(-1), messages: idx.length };
    });
    expect(submitting.map(({ firstIdx, lastIdx, messages }) => ({ firstIdx, lastIdx, messages }))).toEqual(asked);
    const told = ({ batchId, campaignId, attempt, firstIdx, lastIdx }: Line) => ({
      batchId,
      campaignId,
      attempt,
      firstIdx,
      lastIdx,
    });
    expect(recorded.map(told)).toEqual(submitting.map(told));
    expect(new Set(submitting.map(({ campaignId }) => campaignId))).toEqual(new Set([key.campaignId]));

    // The cut request and its repetition are two attempts of one batch, under one reference.
    const twice = submitting.filter(({ batchId }) => batchId === submitting[0]?.batchId);
    expect(twice.map(({ attempt, firstIdx }) => `${attempt} ${firstIdx}`)).toEqual([
      `1 ${twice[0]?.firstIdx}`,
      `2 ${twice[0]?.firstIdx}`,
    ]);
    expect(recorded.map(({ result }) => result)).toEqual(
      expect.arrayContaining(['already_taken', 'answered', 'answered', 'uncertain']),
    );
    expect(recorded).toHaveLength(4);
    expect(requests.map(({ error, fault }) => error ?? fault).filter((each) => each !== null)).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/Tajna|\+?48501\d{6}|rig-token/);
  } finally {
    await rig.close();
  }
});
