import { describe, expect, it } from 'vitest';
import { auditLedger, type Expected, type Handset } from './audit.ts';

const campaign: Expected = { name: 'C1', text: 'Dzień dobry 1', sent: new Set(['48501000001', '48501000002']) };
const taken = (idx: string, status = 'DELIVERED', text = campaign.text) => ({ idx, text, status });
const shown = { text: campaign.text };

const one: Handset = { number: '48501000001', accepted: [taken('g1-1')], received: [shown] };
const two: Handset = { number: '48501000002', accepted: [taken('g1-2', 'EXPIRED')], received: [] };
const audit = (...handsets: readonly Handset[]) => auditLedger([campaign], handsets);

describe('auditLedger', () => {
  it('is content with each number exactly once', () => {
    const { duplicates, losses, strangers, statuses, accepted, received } = audit(one, two);
    expect({ duplicates, losses, strangers, accepted, received }).toEqual({
      duplicates: [],
      losses: [],
      strangers: [],
      accepted: 2,
      received: 1,
    });
    expect(statuses.get('C1')).toEqual({ DELIVERED: 1, EXPIRED: 1 });
  });

  it('sees a number that was taken twice, even under a new idx', () => {
    expect(audit({ ...one, accepted: [taken('g1-1'), taken('g2-1')] }, two).duplicates).toEqual([
      'taken again: 48501000001 in C1 (idx g2-1)',
    ]);
  });

  it('sees a text that a handset showed twice', () => {
    expect(audit({ ...one, received: [shown, shown] }, two).duplicates).toEqual(['shown 2 times: 48501000001 in C1']);
  });

  it('sees a number that was never taken, and one that was told to be delivered and is not there', () => {
    expect(audit({ ...one, received: [] }).losses).toEqual([
      'delivered, but never shown: 48501000001 in C1 (idx g1-1)',
      'never taken: 48501000002 in C1',
    ]);
  });

  it('sees what nobody meant: another text, another number, an idx used before', () => {
    const stray: Handset = { number: '48501000009', accepted: [taken('g1-9')], received: [] };
    const odd: Handset = { number: '48501000008', accepted: [taken('g1-8', 'QUEUE', 'other')], received: [] };
    const again: Handset = { ...two, accepted: [taken('g1-1')] };
    expect(audit(one, again, stray, odd).strangers).toHaveLength(3);
  });
});
