import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ServerEvent } from '@goniec/contract';
import { createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { MISSED } from './event-memory.ts';
import { createEventStream } from './event-stream.ts';
import { createLog } from './log.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

it('tells those who came before it could hear that they may have missed something, and nobody later', async () => {
  const events = createEventStream(test.connection, createLog('silent', 'test'));
  const [early, late]: [ServerEvent[], ServerEvent[]] = [[], []];
  events.subscribe((event) => early.push(event));
  await events.opened;
  events.subscribe((event) => late.push(event));
  expect([early, late]).toEqual([[MISSED], []]);
  await events.close();
});
