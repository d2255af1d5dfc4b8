import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRecipients, type Claim } from './match-recipients.ts';

const asked = [
  { number: '48500100201', idx: 'a' },
  { number: '48500100202', idx: 'b' },
  { number: '48500100203', idx: 'c' },
];
const twice = [
  { number: '48500100201', idx: 'a' },
  { number: '48500100201', idx: 'b' },
];

function claim(fields: Partial<Claim>): Claim {
  return { idx: null, number: null, submittedNumber: null, ...fields };
}

describe('matchRecipients', () => {
  it.each([
    {
      name: 'everybody, in order',
      recipients: asked,
      claims: asked.map(({ number, idx }) => claim({ number, submittedNumber: number, idx })),
      expected: [0, 1, 2],
    },
    {
      name: 'everybody, in another order',
      recipients: asked,
      claims: asked.toReversed().map(({ number, idx }) => claim({ number, idx })),
      expected: [2, 1, 0],
    },
    {
      name: 'the bad one missing in the middle',
      recipients: asked,
      claims: [claim({ number: '48500100201', idx: 'a' }), claim({ number: '48500100203', idx: 'c' })],
      expected: [0, null, 1],
    },
    {
      name: 'idx values shifted by a missing one: the numbers win',
      recipients: asked,
      claims: [claim({ number: '48500100202', idx: 'a' }), claim({ number: '48500100203', idx: 'b' })],
      expected: [null, 0, 1],
    },
    {
      name: 'no idx in the reply',
      recipients: asked,
      claims: [claim({ number: '48500100203' }), claim({ number: '48500100201' })],
      expected: [1, null, 0],
    },
    {
      name: 'a number the gateway completed, with the submitted one beside it',
      recipients: [{ number: '500100201', idx: 'a' }],
      claims: [claim({ number: '48500100201', submittedNumber: '500100201' })],
      expected: [0],
    },
    {
      name: 'a number the gateway rewrote: the idx still tells',
      recipients: asked,
      claims: [claim({ number: '0048500100202', idx: 'b' })],
      expected: [null, 0, null],
    },
    {
      name: 'the same number twice, told apart by idx in any order',
      recipients: twice,
      claims: [claim({ number: '48500100201', idx: 'b' }), claim({ number: '48500100201', idx: 'a' })],
      expected: [1, 0],
    },
    {
      name: 'the same number twice, one of them dropped',
      recipients: twice,
      claims: [claim({ number: '48500100201', idx: 'b' })],
      expected: [null, 0],
    },
    {
      name: 'the same number twice, no idx',
      recipients: twice,
      claims: [claim({ number: '48500100201' }), claim({ number: '48500100201' })],
      expected: [0, 1],
    },
    {
      name: 'a claim without idx does not steal the place of one with it',
      recipients: twice,
      claims: [claim({ number: '48500100201' }), claim({ number: '48500100201', idx: 'a' })],
      expected: [1, 0],
    },
    {
      name: 'claims that say nothing, as many as recipients',
      recipients: asked,
      claims: [claim({}), claim({}), claim({})],
      expected: [0, 1, 2],
    },
    {
      name: 'one claim too many, with everybody served',
      recipients: twice.slice(0, 1),
      claims: [claim({ number: '48500100201', idx: 'a' }), claim({ number: '48500100299' })],
      expected: [0],
    },
    { name: 'no claims', recipients: asked, claims: [], expected: [null, null, null] },
  ])('serves $name', ({ recipients, claims, expected }) => {
    expect(matchRecipients(recipients, claims)).toEqual(expected);
  });

  it.each([
    ['fewer silent claims than recipients', [claim({}), claim({})]],
    ['a stranger’s number while somebody waits', [claim({ number: '48600000000' })]],
    [
      'a stranger’s number in the place of the last who waits',
      [claim({ idx: 'a' }), claim({ idx: 'b' }), claim({ number: '48600000000' })],
    ],
    ['a stranger’s idx while somebody waits', [claim({ idx: 'z' })]],
    ['the same message twice while somebody waits', [claim({ idx: 'a' }), claim({ idx: 'a' })]],
  ])('is ambiguous about %s', (_, claims) => {
    expect(matchRecipients(asked, claims)).toBe('ambiguous');
  });

  it('finds everybody whatever the order and whoever is missing', () => {
    const people = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 5 }), idx: fc.nat() }), {
      selector: ({ idx }) => idx,
      maxLength: 12,
    });
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.boolean()), fc.nat(), (drawn, coin, turn) => {
        const recipients = drawn.map(({ number, idx }) => ({ number: `${number}`, idx: `${idx}` }));
        const kept = recipients.filter(() => coin.next().value);
        const shuffled = [...kept.slice(turn % (kept.length + 1)), ...kept.slice(0, turn % (kept.length + 1))];
        const owners = matchRecipients(
          recipients,
          shuffled.map((each) => claim(each)),
        );
        expect(owners).toEqual(recipients.map((each) => (shuffled.includes(each) ? shuffled.indexOf(each) : null)));
      }),
    );
  });
});
