import { describe, expect, it } from 'vitest';
import { senderObstacle } from './sender.ts';

const listed = [
  { sender: 'Sklep', status: 'active', usable: true },
  { sender: 'Nowa', status: 'pending', usable: false },
  { sender: 'Dawna', status: 'inactive', usable: false },
  { sender: 'Zla', status: 'rejected', usable: false },
  { sender: 'Dziwna', status: 'unknown', usable: false },
];

describe('senderObstacle', () => {
  it.each([
    ['Sklep', null],
    ['Nowa', 'sender_pending'],
    ['Dawna', 'sender_inactive'],
    ['Zla', 'sender_inactive'],
    ['Dziwna', 'sender_inactive'],
    ['Obca', 'sender_unknown'],
    ['sklep', 'sender_unknown'],
    [null, 'sender_missing'],
  ] as const)('judges %s as %s', (sender, obstacle) => {
    expect(senderObstacle(sender, listed)).toBe(obstacle);
  });
});
