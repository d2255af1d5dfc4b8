import type { MutationKey, QueryClient } from '@tanstack/react-query';

/** Resolves as soon as no change of this key is on its way to the server. */
export function settled(client: QueryClient, mutationKey: MutationKey): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (client.isMutating({ mutationKey }) > 0) return;
      stop();
      resolve();
    };
    const stop = client.getMutationCache().subscribe(look);
    look();
  });
}
