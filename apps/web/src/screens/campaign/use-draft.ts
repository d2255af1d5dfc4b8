import type { Contract, Result } from '@goniec/contract';
import { ProblemError } from '@goniec/contract/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { campaignQuery, quoteKey, savingKey } from '../../api/campaign-queries.ts';
import { notifyError } from '../../ui/notify.ts';
import { isSameText, mergeDraft, yieldTo, type Merged } from './merge-draft.ts';

export type CampaignView = Result<Contract['getCampaign']>;

export interface DraftText {
  readonly subject: string;
  readonly body: string;
  readonly withoutPolish: boolean;
}

/** Both people changed the same words: theirs are saved, mine stand here. */
export interface Conflict {
  readonly theirs: DraftText;
  readonly clashes: readonly (keyof DraftText)[];
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

export interface Draft extends DraftText {
  readonly change: (patch: Partial<DraftText>) => void;
  /** What stands here is not on the server yet. */
  readonly dirty: boolean;
  readonly saving: boolean;
  /** The last attempt to save failed; another one follows by itself. */
  readonly failing: boolean;
  readonly conflict: Conflict | null;
  /** My words that gave way to somebody else's, until they are put back or let go. */
  readonly dropped: DraftText | null;
  readonly restore: () => void;
  readonly letGo: () => void;
  readonly save: () => void;
  /** Our own change of another kind (recipients) raised the version: what is typed goes on from there. */
  readonly adopt: (version: number) => void;
}

/** A draft is saved by itself once one stops typing for so long; after a failure, with more patience. */
const SAVE_AFTER_MS = 700;
const RETRY_AFTER_MS = 5_000;

interface Base {
  readonly version: number;
  readonly text: DraftText;
}

interface Clash extends Base {
  readonly merged: Merged;
}

const textOf = ({ subject, body, withoutPolish }: DraftText): DraftText => ({ subject, body, withoutPolish });
const baseOf = (campaign: CampaignView): Base => ({ version: campaign.version, text: textOf(campaign) });

/** The text of a campaign while it is edited: saved by itself, joined with somebody else's change, never over it. */
export function useDraft(companyId: string, campaign: CampaignView): Draft {
  const client = useQueryClient();
  const [typed, setTyped] = useState<DraftText | null>(null);
  const [base, setBase] = useState(() => baseOf(campaign));
  const [clash, setClash] = useState<Clash | null>(null);
  const [failed, setFailed] = useState<DraftText | null>(null);
  const [dropped, setDropped] = useState<DraftText | null>(null);
  const key = { companyId, campaignId: campaign.id };

  const { mutate, isPending } = useMutation({
    mutationKey: savingKey(key),
    mutationFn: async (text: DraftText) => {
      try {
        return { saved: await api.updateCampaign({ params: key, body: { ...text, version: base.version } }) };
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.code !== 'campaign_changed_meanwhile') throw error;
        return { changed: await api.getCampaign({ params: key }) };
      }
    },
    onSuccess: (answer, text) => {
      setFailed(null);
      const now = answer.saved ?? answer.changed;
      client.setQueryData(campaignQuery(key).queryKey, now);
      void client.invalidateQueries({ queryKey: quoteKey(key) });
      const next = baseOf(now);
      if (answer.saved) {
        setBase(next);
        // What was typed while the answer was on its way stays.
        setTyped((latest) => (latest === text ? null : latest));
        return;
      }
      const merged = mergeDraft(base.text, text, next.text);
      if (merged.clashes.length > 0) {
        setClash({ ...next, merged });
        return;
      }
      setBase(next);
      setTyped((latest) => {
        const joined = mergeDraft(base.text, latest ?? text, next.text).text;
        return isSameText(joined, next.text) ? null : joined;
      });
    },
    onError: (error, text) => {
      if (failed === null) notifyError(error);
      setFailed(text);
    },
  });

  const mayBeSaved = typed !== null && typed.subject.trim() !== '' && clash === null && campaign.state === 'draft';
  useEffect(() => {
    if (!mayBeSaved || isPending) return;
    const timer = setTimeout(() => mutate(typed), failed === null ? SAVE_AFTER_MS : RETRY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, mayBeSaved, isPending, mutate, failed]);

  const shown = typed ?? textOf(campaign);
  const settle = (text: DraftText, { version, text: theirs }: Base) => {
    setBase({ version, text: theirs });
    setTyped(isSameText(text, theirs) ? null : text);
    setClash(null);
  };
  return {
    ...shown,
    change: (patch) => {
      // An untouched draft follows the server; from the first letter on it is ours.
      if (typed === null) setBase(baseOf(campaign));
      setTyped({ ...shown, ...patch });
    },
    dirty: typed !== null,
    saving: isPending,
    failing: failed !== null,
    conflict: clash && {
      theirs: clash.text,
      clashes: clash.merged.clashes,
      keepMine: () => settle(mergeDraft(base.text, shown, clash.text).text, clash),
      takeTheirs: () => {
        setDropped(shown);
        settle(yieldTo(clash.text, mergeDraft(base.text, shown, clash.text)), clash);
      },
    },
    dropped,
    restore: () => {
      if (dropped === null) return;
      if (typed === null) setBase(baseOf(campaign));
      setTyped(dropped);
      setDropped(null);
    },
    letGo: () => setDropped(null),
    save: () => {
      if (mayBeSaved && !isPending) mutate(typed);
    },
    adopt: (version) => setBase((now) => ({ ...now, version })),
  };
}
