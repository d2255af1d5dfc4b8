import { findConsentDrift, findReportDrift, findTallyDrift, type Drift } from '../db/doctor.ts';
import type { Deps } from './deps.ts';

/** Counts the rows again and compares with the sums kept beside them; reports every difference, repairs nothing. */
export async function runDoctor(deps: Pick<Deps, 'db'>): Promise<{ checks: number; drifts: readonly Drift[] }> {
  const checks = [findTallyDrift, findReportDrift, findConsentDrift];
  const drifts: Drift[] = [];
  for (const check of checks) drifts.push(...(await check(deps.db)));
  return { checks: checks.length, drifts };
}
