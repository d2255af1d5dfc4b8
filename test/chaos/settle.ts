import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { auditLedger, type Verdict } from './audit.ts';
import type { Campaign } from './load.ts';
import type { Stage } from './stage.ts';

/** What one rest found; all is well when `faults` is empty. */
export interface Settled {
  readonly verdict: Verdict;
  readonly faults: readonly string[];
  /** From the last kill until the last campaign had ended by itself. */
  readonly endedAfterMs: number;
}

/** Longer than several leases and several doubled pauses between attempts. */
const PATIENCE_MS = 5 * 60_000;
const LOOK_MS = 250;
/** How late the emulator's late reports are: nobody waits for them here. */
const LATE_MS = 60_000;

/** Waits until every campaign has ended by itself, then compares ledger, sums, rows and states. Nothing is clicked here. */
export async function settle(stage: Stage, campaigns: readonly Campaign[]): Promise<Settled> {
  const startedAt = performance.now();
  await waitForHandover(stage);
  await stage.gateway.advance(LATE_MS);
  const unended = await waitForEnd(stage);
  const endedAfterMs = performance.now() - startedAt;
  if (unended.length === 0) await waitForHandsets(stage);
  const verdict = auditLedger(campaigns, await stage.gateway.handsets());
  const faults = [
    ...unended.map((what) => `did not end: ${what}`),
    ...verdict.duplicates.map((what) => `duplicate: ${what}`),
    ...verdict.losses.map((what) => `loss: ${what}`),
    ...verdict.strangers.map((what) => `stranger: ${what}`),
    ...(unended.length === 0 ? await openRows(stage) : []),
    ...(await sumFaults(stage, campaigns, verdict)),
    ...(await doctor(stage)),
  ];
  return { verdict, faults, endedAfterMs };
}

/** Until no batch is ready, under way or uncertain; what stays so is told later. */
async function waitForHandover({ database }: Stage): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await sleep(LOOK_MS)) {
    const open = await database.ask(`
      select from batch b join campaign c on c.id = b.campaign_id
      where c.state <> 'draft' and b.state in ('ready', 'submitting', 'uncertain') limit 1`);
    if (open.length === 0) return;
  }
}

async function waitForEnd(stage: Stage): Promise<string[]> {
  for (const deadline = performance.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    const open = await stage.database.ask<{ what: string }>(`
      select concat_ws(' ', subject, state, pause_cause, pause_code) as what from campaign
      where state not in ('finished', 'draft') order by id`);
    if (open.length === 0 || performance.now() > deadline) return open.map(({ what }) => what);
  }
}

/** A report that says more than the final one may come after the end: a late `delivered` wins over `unknown`. */
async function waitForHandsets(stage: Stage): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await sleep(LOOK_MS))
    if ((await stage.gateway.open()) === 0) return;
}

async function openRows({ database }: Stage): Promise<string[]> {
  const rows = await database.ask<{ state: string; batches: number; messages: number }>(`
    select b.state::text as state, count(distinct b.id)::int as batches, count(*)::int as messages
    from batch b join message m on m.batch_id = b.id join campaign c on c.id = b.campaign_id
    where c.state <> 'draft' and (m.outcome is null or b.state not in ('recorded', 'cancelled')) group by 1`);
  return rows.map(({ state, batches, messages }) => `left open: ${messages} messages in ${batches} batches ${state}`);
}

/** What the public API shows of each campaign against what was meant and what the handsets have. */
async function sumFaults(stage: Stage, campaigns: readonly Campaign[], verdict: Verdict): Promise<string[]> {
  const api = await stage.api();
  const faults: string[] = [];
  for (const campaign of campaigns) {
    const { name, companyId, campaignId, sent } = campaign;
    const { sums } = await api.getCampaign({ params: { companyId, campaignId } });
    const statuses = verdict.statuses.get(name) ?? {};
    const pairs: readonly (readonly [string, number, number])[] = [
      ['messages', sums.messages, sent.size],
      ['accepted', sums.handover.accepted, sent.size],
      ['delivered', sums.delivery.delivered, statuses['DELIVERED'] ?? 0],
      ['all states of handover', total(sums.handover), sums.messages],
      ['all states of delivery', total(sums.delivery), sums.messages],
    ];
    for (const [what, shown, meant] of pairs)
      if (shown !== meant) faults.push(`sums: ${name} shows ${what} ${shown} instead of ${meant}`);
  }
  return faults;
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const cli = join(import.meta.dirname, '../../apps/cli/bin/goniec.mjs');

/** `goniec doctor`: the sums of the database against its rows. */
function doctor(stage: Stage): Promise<string[]> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, GONIEC_HOME: stage.home } };
    execFile(process.execPath, [cli, 'doctor', '--json'], options, (error, stdout, stderr) => {
      resolve(error === null ? [] : [`goniec doctor: ${stdout}${stderr}`.trim()]);
    });
  });
}
