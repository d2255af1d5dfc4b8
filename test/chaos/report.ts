import { phaseNames, phases, victims, type Phase, type Victim } from './plan.ts';
import { TIMEOUT_MS } from './load.ts';
import type { ChaosResult } from './run.ts';
import { LEASE_GRACE_S } from './stage.ts';

/** Where and when a run was made. */
export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly seed: number;
  readonly workers: number;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
}

/** The run as a page of Markdown; pure. */
export function reportOf(result: ChaosResult, at: Circumstances): string {
  const { kills, rests, uncertain } = result;
  const verdict = rests.at(-1)?.verdict;
  const missed = kills.filter(({ phase, planned }) => phase !== planned).length;
  const good = result.faults.length === 0;
  return `# Reliability

Made by \`npm run chaos\` on ${at.date}; do not edit. Real programs (${programs(at.workers)}) were killed with \`kill -9\`,
${kills.length} times, while campaigns were being sent. The emulator's ledger, kept in a journal of its own, then says what each handset got.

**${good ? 'Every number got each message exactly once, and every campaign ended by itself.' : 'The run failed.'}**

| | |
|---|---|
| kills | ${kills.length} |
| campaigns, all ended by themselves | ${result.campaigns} |
| messages meant | ${result.messages} |
| messages that the gateway took | ${verdict?.accepted ?? 0} |
| of these, shown by a handset (the others have other fates: expired, rejected, …) | ${verdict?.received ?? 0} |
| **duplicates** | **${verdict?.duplicates.length ?? 0}** |
| **losses** | **${verdict?.losses.length ?? 0}** |
| messages nobody meant | ${verdict?.strangers.length ?? 0} |
| messages still uncertain at the end | ${uncertain.open} |
| audits with everything at rest (ledger, API sums, open rows, \`goniec doctor\`) | ${rests.length} |
${
  good
    ? ''
    : `\nFaults:\n\n${result.faults
        .slice(0, 200)
        .map((fault) => `- ${fault}`)
        .join('\n')}\n`
}
## Kills by victim and phase

${phaseTable(result)}

The phases are brought about from outside, without any hook in the product: the emulator answers late when asked to, and the driver's own
connection locks a table that the phase has to write; which transaction waits is read from \`pg_locks\`. ${missed === 0 ? 'Every planned phase was hit.' : `In ${missed} of ${kills.length} kills nobody came into the planned phase in 6 s; they count as "any moment".`}

## How uncertain messages were settled

A batch is uncertain when nobody knows whether the gateway took it: its worker died, or the answer never came. ${uncertain.batches} batches were, with these messages:

| settled by | messages |
|---|---|
| the same batch asked for again, error 53: the gateway had taken them | ${uncertain.taken} |
| the same batch asked for again, taken only now | ${uncertain.sentNow} |
| their delivery report, which came first | ${uncertain.reported} |
| a person | 0 |
| not settled | ${uncertain.open} |

## Recovery

${outageTable(result)}

A batch of a dead worker waits for the end of its lease before anybody may ask again: the gateway's time-out (${TIMEOUT_MS / 1000} s here) and
\`GONIEC_LEASE_GRACE\` (${LEASE_GRACE_S} s here, 30 s by default). From the last kill until the last campaign had ended: ${rests.map(({ endedAfterMs }) => seconds(endedAfterMs)).join(', ')}.

## Circumstances

| | |
|---|---|
| seed | ${at.seed} |
| commit | ${at.commit} |
| machine | ${at.cores} cores (${at.processor}), ${at.memoryGb} GB, ${at.system} |
| Node, PostgreSQL | ${at.node}, ${result.postgres} (as users get it, \`fsync\` on) |
| duration | ${seconds(result.totalMs)}; ${(result.killingMs / Math.max(1, kills.length) / 1000).toFixed(2)} s a kill |

Again, with the same kills in the same order (their moments depend on the machine):

    npm run chaos -- --kills ${kills.length} --seed ${at.seed} --workers ${at.workers}

A short run of ten kills, every victim and every phase, is part of \`npm test\`.

## What this does not show

- \`kill -9\` takes a program's memory and not the disk's. A power cut is PostgreSQL's own promise (\`fsync\`), which is not tested here.
- The gateway is the emulator. What is assumed of the real one, and what follows if that is wrong, stands in [engine.md](engine.md).
- Numbers that the gateway refuses are left out of these campaigns. When that very answer is lost, error 53 on the repeat says only that the request
  had been taken: such a number then counts as handed over, and ends as *no report* after 72 h.
`;
}

const programs = (workers: number): string =>
  `PostgreSQL, \`goniec serve\`, ${workers} × \`goniec work\`, \`smsapi-emulator --data\``;

function phaseTable({ kills }: ChaosResult): string {
  const count = (victim: Victim, phase: Phase): number =>
    kills.filter((kill) => kill.victim === victim && kill.phase === phase).length;
  const all = (victim: Victim): number => kills.filter((kill) => kill.victim === victim).length;
  const cell = (number: number): string => (number === 0 ? '–' : String(number));
  return [
    `| phase | ${victims.join(' | ')} | all |`,
    `|---|${victims.map(() => '---:|').join('')}---:|`,
    ...phases.map(
      (phase) =>
        `| ${phaseNames[phase]} | ${victims.map((victim) => cell(count(victim, phase))).join(' | ')} | ${kills.filter((kill) => kill.phase === phase).length} |`,
    ),
    `| all | ${victims.map((victim) => cell(all(victim))).join(' | ')} | ${kills.length} |`,
  ].join('\n');
}

function outageTable({ outages }: ChaosResult): string {
  const names = [...new Set(outages.map(({ name }) => name))].toSorted();
  return [
    '| program | restarts | half of them ready within | slowest |',
    '|---|---:|---:|---:|',
    ...names.map((name) => {
      const times = outages
        .filter((outage) => outage.name === name)
        .map(({ downMs }) => downMs)
        .toSorted((one, other) => one - other);
      return `| ${name} | ${times.length} | ${seconds(times[Math.floor(times.length / 2)] ?? 0)} | ${seconds(times.at(-1) ?? 0)} |`;
    }),
  ].join('\n');
}

const seconds = (ms: number): string =>
  ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
