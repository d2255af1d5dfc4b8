import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followServer } from '../api/live.ts';

/** A short gap is no news; a longer one is told. */
const PATIENCE_MS = 3_000;

/** Keeps the screen live; false when the server has not been heard of for a while. */
export function useLiveServer(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = followServer(client, (isConnected) => {
      clearTimeout(timer);
      if (isConnected) setConnected(true);
      else timer = setTimeout(() => setConnected(false), PATIENCE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
  return connected;
}
