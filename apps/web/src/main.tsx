import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/index.css';
import './ui/page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { startI18n } from './i18n/index.ts';
import { preloadScreens, router } from './router.tsx';
import { followHeading } from './shell/follow-heading.ts';
import { cssVariables, theme } from './ui/theme.ts';

/** Nothing is announced on the first screen: what announces comes after it. */
const Messages = lazy(async () => ({ default: (await import('./ui/messages.tsx')).Messages }));

await startI18n();
const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('index.html has no #root');
followHeading(root);
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense fallback={null}>
        <Messages />
      </Suspense>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

/** The first screen and what it asks for come first. */
const FIRST_SCREEN_MS = 4_000;
setTimeout(() => void preloadScreens(), FIRST_SCREEN_MS);
