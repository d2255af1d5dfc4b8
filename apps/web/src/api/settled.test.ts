import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { settled } from './settled.ts';

const client = new QueryClient();

/** Begins a change and gives the way to end it. */
function change(mutationKey: readonly string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const change = new MutationObserver(client, { mutationKey, mutationFn: () => promise, retry: false });
  const ended = change.mutate().catch(() => undefined);
  return { succeed: () => resolve(undefined), fail: () => reject(new Error('refused')), ended };
}

describe('waiting for what is on its way', () => {
  it('lasts until the last change of that key has been answered, also where one is refused', async () => {
    const story: string[] = [];
    const [first, second] = [change(['saving', '1']), change(['saving', '1'])];
    change(['saving', '2']);
    const waiting = settled(client, ['saving', '1']).then(() => story.push('settled'));
    first.fail();
    await first.ended;
    story.push('first');
    second.succeed();
    await second.ended;
    await waiting;
    expect(story).toEqual(['first', 'settled']);
  });

  it('is over at once where nothing is', async () => {
    await expect(settled(client, ['saving', '3'])).resolves.toBeUndefined();
  });
});
