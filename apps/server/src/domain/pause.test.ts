import { describe, expect, it } from 'vitest';
import type { PauseCause } from './campaign.ts';
import { pauseReason } from './pause.ts';
import { pauseRules } from './pause-rules.ts';
import type { Reason } from './reason.ts';

const soon = new Date('2026-11-22T12:00:00Z');
const told: Reason = {
  code: 'smsapi_103',
  sentence: { pl: 'Za mało punktów.', en: 'Too few points.' },
  action: { pl: 'Doładuj konto.', en: 'Top up.' },
};
const timeout: Reason = { ...told, code: 'gateway_timeout' };
const certificate: Reason = { ...told, code: 'gateway_certificate' };
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a table of causes are causes
const causes = Object.keys(pauseRules) as PauseCause[];

describe('a pause in words', () => {
  it.each(causes)('%s says what happened and what to do, in both languages', (cause) => {
    for (const nextCheckAt of [soon, null]) {
      const { sentence, action } = pauseReason({ cause, explained: null, nextCheckAt });
      for (const text of [sentence.pl, sentence.en, action?.pl, action?.en]) expect(text).toMatch(/^\p{Lu}.*[.]$/u);
    }
  });

  it("takes the gateway's own words, which are more exact, and adds who lets the campaign go on", () => {
    expect(pauseReason({ cause: 'funds', explained: told, nextCheckAt: soon })).toMatchObject({
      code: 'smsapi_103',
      sentence: told.sentence,
      action: { pl: expect.stringMatching(/^Doładuj konto\. Potem Goniec sam wznowi wysyłkę/) },
    });
  });

  it('tells a person to use Resume when nobody else will', () => {
    const { action } = pauseReason({ cause: 'funds', explained: told, nextCheckAt: null });
    expect(action?.pl).toBe('Doładuj konto. Potem użyj „Wznów”.');
    expect(pauseReason({ cause: 'user', explained: null, nextCheckAt: null }).action?.pl).toBe('Użyj „Wznów”.');
  });

  it('of a gateway in trouble speaks of several failures, unless the last one tells why', () => {
    const general = pauseReason({ cause: 'gateway_down', explained: timeout, nextCheckAt: soon });
    expect(general).toMatchObject({
      code: 'gateway_down',
      action: { pl: expect.stringContaining('Nic nie trzeba robić') },
    });
    const exact = pauseReason({ cause: 'gateway_down', explained: certificate, nextCheckAt: soon });
    expect(exact.code).toBe('gateway_certificate');
  });
});
