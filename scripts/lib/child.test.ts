import { describe, expect, it } from 'vitest';
import { parseAnswer } from './child.mjs';

describe('parseAnswer', () => {
  it.each([
    [
      { event: 'ready', url: 'http://127.0.0.1:1', signInLink: 'http://127.0.0.1:1/x' },
      { kind: 'ready', url: 'http://127.0.0.1:1', signInLink: 'http://127.0.0.1:1/x' },
    ],
    [
      { event: 'ready', url: 'http://127.0.0.1:1' },
      { kind: 'ready', url: 'http://127.0.0.1:1', signInLink: undefined },
    ],
    [
      { event: 'failed', code: 'x', message: 'Nie.' },
      { kind: 'failed', message: 'Nie.' },
    ],
  ])('understands %j', (message, answer) => {
    expect(parseAnswer(message)).toEqual(answer);
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { event: 'ready' },
    { event: 'ready', url: 1 },
    { event: 'failed' },
    { event: 'x' },
  ])('passes over %j', (message) => {
    expect(parseAnswer(message)).toBeUndefined();
  });
});
