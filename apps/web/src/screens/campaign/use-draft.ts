import type { Contract, Result } from '@goniec/contract';
import { ProblemError } from '@goniec/contract/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { campaignQuery, quoteQuery } from '../../api/campaign-queries.ts';
import { notifyError } from '../../ui/notify.ts';

export type CampaignView = Result<Contract['getCampaign']>;

export interface DraftText {
  readonly subject: string;
  readonly body: string;
  readonly withoutPolish: boolean;
}

export interface Draft extends DraftText {
  readonly change: (patch: Partial<DraftText>) => void;
  /** What stands here is not on the server yet. */
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Somebody else changed the campaign since this was read. */
  readonly conflict: boolean;
  readonly save: () => void;
  /** Takes what the other person wrote and forgets what was typed here. */
  readonly takeTheirs: () => void;
  /** Our own change of another kind (recipients) raised the version: what is typed goes on from there. */
  readonly adopt: (version: number) => void;
}

/** A draft is saved by itself once one stops typing for so long. */
const SAVE_AFTER_MS = 700;

const textOf = ({ subject, body, withoutPolish }: DraftText): DraftText => ({ subject, body, withoutPolish });

/** The text of a campaign while it is edited: saved by itself, never over somebody else's change. */
export function useDraft(companyId: string, campaign: CampaignView): Draft {
  const client = useQueryClient();
  const [typed, setTyped] = useState<DraftText | null>(null);
  const [version, setVersion] = useState(campaign.version);
  const [conflict, setConflict] = useState(false);
  const key = { companyId, campaignId: campaign.id };

  const saving = useMutation({
    mutationFn: (text: DraftText) => api.updateCampaign({ params: key, body: { ...text, version } }),
    onSuccess: (saved, text) => {
      client.setQueryData(campaignQuery(key).queryKey, saved);
      setVersion(saved.version);
      // What was typed while the answer was on its way stays.
      setTyped((now) => (now === text ? null : now));
      void client.invalidateQueries({ queryKey: quoteQuery(key).queryKey });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'campaign_changed_meanwhile') setConflict(true);
      else notifyError(error);
    },
  });

  const { mutate, isPending } = saving;
  const mayBeSaved = typed !== null && typed.subject.trim() !== '' && !conflict;
  useEffect(() => {
    if (!mayBeSaved || isPending) return;
    const timer = setTimeout(() => mutate(typed), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, mayBeSaved, isPending, mutate]);

  const shown = typed ?? textOf(campaign);
  return {
    ...shown,
    change: (patch) => {
      // An untouched draft follows the server; from the first letter on it is ours.
      if (typed === null) setVersion(campaign.version);
      setTyped({ ...shown, ...patch });
    },
    dirty: typed !== null,
    saving: isPending,
    conflict,
    save: () => {
      if (mayBeSaved && !isPending) mutate(typed);
    },
    adopt: setVersion,
    takeTheirs: () => {
      setTyped(null);
      setConflict(false);
      void client.invalidateQueries({ queryKey: campaignQuery(key).queryKey });
    },
  };
}
