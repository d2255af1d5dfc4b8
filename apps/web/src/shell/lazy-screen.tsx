import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorPanel, LoadingPanel } from '../ui/state-panels.tsx';

/** How often a server that did not answer is asked again. */
const AGAIN_MS = 5_000;

/** A page that was loaded for this reason so lately is not loaded again: it would not help. */
const ONCE_MS = 10_000;
const LOADED_AT = 'goniec.loadedForScreen';

type LazyScreen = (() => ReactNode) & { readonly preload: () => Promise<void> };

/**
 * A screen whose code comes with the first visit. Code that cannot be had leaves the frame standing, with the reason and a way to
 * try again. What helps is loading the page anew, at this very address: the server is back, or a newer Goniec has other files.
 */
export function lazyScreen<Module>(load: () => Promise<Module>, name: keyof Module): LazyScreen {
  let Screen: ComponentType | undefined;
  const get = async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- to ask for its type would go round: a screen knows the router
    Screen = (await load())[name] as ComponentType;
  };
  function Lazy() {
    const [, setLoaded] = useState(Screen !== undefined);
    const [error, setError] = useState<Error | null>(null);
    useEffect(() => {
      if (Screen) return;
      get().then(
        () => setLoaded(true),
        (fault: unknown) => setError(fault instanceof Error ? fault : new Error(String(fault))),
      );
    }, []);
    if (Screen) return <Screen />;
    return error ? <Unloaded error={error} /> : <LoadingPanel page />;
  }
  // a failure shows when the screen is to be seen
  return Object.assign(Lazy, { preload: () => get().catch(() => {}) });
}

function Unloaded({ error }: { readonly error: Error }) {
  useEffect(() => {
    void loadAnew();
    const timer = setInterval(() => void loadAnew(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return <ErrorPanel page error={error} onRetry={() => void loadAnew(true)} />;
}

async function loadAnew(asked = false): Promise<void> {
  if (!asked && Date.now() - Number(sessionStorage.getItem(LOADED_AT) ?? 0) < ONCE_MS) return;
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(LOADED_AT, String(Date.now()));
  location.reload();
}
