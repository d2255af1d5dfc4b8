import type { ServerEvent } from '@goniec/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEventMemory, MISSED, type EventMemory } from './event-memory.ts';

const changed = (id: number): ServerEvent => ({ type: 'campaign.changed', companyId: '1', id: String(id) });

let now: number;
let memory: EventMemory;
beforeEach(() => {
  now = 100_000;
  memory = createEventMemory(() => now);
  now += 5_000;
});
const keep = (...ids: number[]) => {
  for (const id of ids) {
    memory.keep(changed(id));
    now += 100;
  }
};

describe('the events of the last minute', () => {
  it('are told from a moment on, the oldest first', () => {
    keep(1, 2, 3);
    expect(memory.recent(200)).toEqual([changed(2), changed(3)]);
    expect(memory.recent(5_000)).toEqual([changed(1), changed(2), changed(3)]);
    expect(memory.recent(0)).toEqual([]);
  });

  it('are told once, at their last time', () => {
    keep(1, 2, 1);
    expect(memory.recent(1_000)).toEqual([changed(2), changed(1)]);
    expect(memory.recent(150)).toEqual([changed(1)]);
  });

  it('are not known from before it began to listen', () => {
    keep(1);
    expect(memory.recent(6_000)).toEqual([MISSED]);
    memory.restart();
    now += 10;
    expect(memory.recent(10)).toEqual([]);
    expect(memory.recent(11)).toEqual([MISSED]);
  });

  it('are not known from more than a minute ago', () => {
    now += 120_000;
    keep(1);
    now += 59_900;
    expect(memory.recent(60_000)).toEqual([changed(1)]);
    now += 1;
    expect(memory.recent(60_000)).toEqual([]);
    expect(memory.recent(60_001)).toEqual([MISSED]);
  });

  it('are a thousand different ones: of more the older are said to be missed', () => {
    for (let id = 0; id <= 1_000; id++) {
      memory.keep(changed(id));
      now += 1;
    }
    expect(memory.recent(1_000)).toHaveLength(1_000);
    expect(memory.recent(1_001)).toEqual([MISSED]);
  });
});
