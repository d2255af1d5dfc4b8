import { createClient } from '@goniec/contract';
import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.ts';
import { pickOf, pickRecipients } from './pick-options.ts';
import { startStub } from './testing/stub-server.ts';

describe('whom the options mean', () => {
  it.each([
    [{}, null],
    [{ pickAll: true }, { filter: {} }],
    [{ query: 'żuraw', group: 'Hurt' }, { filter: { q: 'żuraw', group: 'Hurt' } }],
    [
      { consent: 'active', contacts: 'all' },
      { filter: { consent: 'active' }, contacts: 'all' },
    ],
    [{ contractor: ['3', '8'] }, { contractorIds: ['3', '8'] }],
    [{ contact: ['5'] }, { contactIds: ['5'] }],
  ] as const)('%j → %j', (options, pick) => {
    expect(pickOf(options)).toEqual(pick);
  });

  it.each([
    { pickAll: true, query: 'x' },
    { pickAll: true, contractor: ['1'] },
    { group: 'Hurt', contact: ['1'] },
  ] as const)('%j is ambiguous', (options) => {
    const thrown = (): unknown => {
      try {
        return pickOf(options);
      } catch (error) {
        return failureOf(error).code;
      }
    };
    expect(thrown()).toBe('pick_ambiguous');
  });
});

const recipient = (id: number) => ({
  contactId: String(id),
  contractorId: '1',
  contractorName: 'Żuraw',
  contactName: null,
  phone: null,
  obstacle: null,
});

describe('a limit on recipients', () => {
  it('drops what is beyond it, page by page', async () => {
    const base = '/companies/1/campaigns/12/recipients';
    await using stub = await startStub({
      [`POST ${base}`]: () => ({ json: { added: 5, already: 0, leftOut: [], recipients: 5 } }),
      [`GET ${base}`]: ({ query }) => ({
        json: query.has('cursor')
          ? { items: [4, 5].map(recipient), nextCursor: null }
          : { items: [1, 2, 3].map(recipient), nextCursor: 'c' },
      }),
      [`POST ${base}/drop`]: () => ({ json: { dropped: 3, recipients: 2 } }),
    });
    const params = { companyId: '1', campaignId: '12' };
    const result = await pickRecipients(createClient(stub.url), params, { filter: {} }, 2);
    expect(result).toMatchObject({ added: 2, recipients: 2 });
    expect(stub.requests.at(-1)?.body).toEqual({ contactIds: ['3', '4', '5'] });
  });
});
