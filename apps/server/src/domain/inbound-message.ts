import { readPhones, type E164 } from '@goniec/phone';
import type { RefusalCode } from './refusal.ts';

/**
 * What became of a text that somebody sent to the company: it waits for a person, was read by one, or took back the consent of
 * its sender, by itself (`saysStop`) or by a person's word.
 */
export const inboundStates = ['to_read', 'read', 'withdrawn'] as const;
export type InboundState = (typeof inboundStates)[number];

export const inboundActions = ['mark_read', 'withdraw_consent'] as const;
export type InboundAction = (typeof inboundActions)[number];

/** Why a person may not do this now; null when he may. */
export function barInbound(
  { state, phone }: { readonly state: InboundState; readonly phone: string | null },
  action: InboundAction,
): RefusalCode | null {
  switch (action) {
    case 'mark_read':
      return state === 'to_read' ? null : 'inbound_handled';
    case 'withdraw_consent':
      if (state === 'withdrawn') return 'inbound_withdrawn';
      return phone === null ? 'inbound_without_number' : null;
  }
}

/**
 * The number behind the gateway's name of a sender: digits with the country code (dossier 4.2), though nobody promises it. Null
 * for a name or a short number: nobody can be written to there, so nobody's consent is meant.
 */
export function readSender(sender: string): E164 | null {
  const digits = sender.replaceAll(/\D/g, '');
  return numberIn(`+${digits}`) ?? numberIn(sender);
}

function numberIn(text: string): E164 | null {
  const { numbers, faults } = readPhones(text);
  const [first, ...others] = numbers;
  return first && others.length + faults.length === 0 ? first.e164 : null;
}
