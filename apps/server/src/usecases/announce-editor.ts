import { announce } from '../db/announcements.ts';
import { dropEditor, keepEditor, listEditors, type EditorRow } from '../db/campaign-editors.ts';
import { findCampaign } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** A window that has not been heard of for so long is closed; it announces itself several times in that. */
export const EDITOR_SILENT_MS = 50_000;

interface Seat extends CampaignInput {
  readonly seat: string;
}

/** A window says that it has a campaign open, and hears who else does. The others are told only when that is news. */
export async function announceEditor(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: Seat & { readonly userId: number | null; readonly editing: boolean },
): Promise<Outcome<readonly EditorRow[]>> {
  const now = deps.clock();
  const seenAfter = new Date(now.getTime() - EDITOR_SILENT_MS);
  return inTransaction(deps.db, async (tx) => {
    const kept = await keepEditor(tx, { ...input, now, seenAfter });
    if (kept === undefined) return refuse('not_found');
    if (kept.isNews) await announcePresence(tx, input);
    return done(await listEditors(tx, { ...input, seenAfter }));
  });
}

/** The window is closed; nobody has to wait until it has been silent long enough. */
export async function leaveEditor(deps: Pick<Deps, 'db'>, input: Seat): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    if (await dropEditor(tx, input)) await announcePresence(tx, input);
  });
}

/** Who has the campaign open. */
export async function whoEdits(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { readonly companyId: number; readonly campaignId: number },
): Promise<Outcome<readonly EditorRow[]>> {
  if (!(await findCampaign(deps.db, input))) return refuse('not_found');
  const seenAfter = new Date(deps.clock().getTime() - EDITOR_SILENT_MS);
  return done(await listEditors(deps.db, { ...input, seenAfter }));
}

async function announcePresence(
  tx: Db,
  { companyId, campaignId }: { readonly companyId: number; readonly campaignId: number },
): Promise<void> {
  await announce(tx, { type: 'campaign.presence', companyId: String(companyId), id: String(campaignId) });
}
