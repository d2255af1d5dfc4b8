import '@mantine/core/styles.layer.css';
import '../../src/ui/page.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { addPolish } from '../../src/i18n/add-polish.ts';
import { startI18n } from '../../src/i18n/index.ts';
import { campaign } from '../../src/i18n/pl/campaign.ts';
import { cssVariables, theme } from '../../src/ui/theme.ts';

/** Shows a component as the application would, in a frame of its own, until the test is over. */
export async function mount(node: ReactNode): Promise<void> {
  await startI18n();
  addPolish({ campaign });
  const frame = document.createElement('div');
  document.body.append(frame);
  const root = createRoot(frame);
  onTestFinished(() => {
    root.unmount();
    frame.remove();
  });
  flushSync(() =>
    root.render(
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
        {node}
      </MantineProvider>,
    ),
  );
}
