import type { PauseCause } from './campaign.ts';
import { pauseRules } from './pause-rules.ts';
import type { Reason, Sentence } from './reason.ts';

const byItself: Sentence = {
  pl: 'Nic nie trzeba robić: Goniec sam to sprawdza, coraz rzadziej, i wznowi wysyłkę.',
  en: 'Nothing has to be done: Goniec looks by itself, less and less often, and goes on.',
};
const whenGone: Sentence = {
  pl: 'Potem Goniec sam wznowi wysyłkę (sprawdza to co jakiś czas, najrzadziej co 15 minut); możesz też użyć „Wznów”.',
  en: 'Then Goniec goes on by itself (it looks from time to time, at least every 15 minutes); you may also use Resume.',
};
const byPerson: Sentence = { pl: 'Potem użyj „Wznów”.', en: 'Then use Resume.' };
const byUser: Sentence = { pl: 'Użyj „Wznów”.', en: 'Use Resume.' };

/**
 * The cause as a reason: what happened, what to do, and who lets the campaign go on. The gateway's own words, when there are
 * any, are more exact and win; but a gateway in trouble does not explain itself, and its last failure is one of several.
 */
export function pauseReason(pause: {
  readonly cause: PauseCause;
  readonly explained: Reason | null;
  readonly nextCheckAt: Date | null;
}): Reason {
  const { cause, explained } = pause;
  const { sentence, action } = pauseRules[cause];
  if (cause === 'user') return { code: cause, sentence, action: byUser };
  const exact = cause === 'gateway_down' && explained && !tellsWhy.has(explained.code) ? null : explained;
  return {
    code: exact?.code ?? cause,
    sentence: exact?.sentence ?? sentence,
    action: join(exact?.action ?? action, resumption(cause, pause.nextCheckAt)),
  };
}

/** Failures with a reason of their own; the others (time-outs, 5xx) say no more than the cause does. */
const tellsWhy: ReadonlySet<string> = new Set(['gateway_name_unknown', 'gateway_certificate', 'gateway_unreachable']);

function resumption(cause: PauseCause, nextCheck: Date | null): Sentence {
  if (nextCheck === null) return byPerson;
  return cause === 'gateway_down' ? byItself : whenGone;
}

const join = (one: Sentence, other: Sentence): Sentence => ({
  pl: `${one.pl} ${other.pl}`,
  en: `${one.en} ${other.en}`,
});
