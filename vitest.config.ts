import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, launchOptions } from './test/support/browser.ts';

/** What the components on show are made of. */
const BUNDLED = [
  'react',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  'i18next',
  'react-i18next',
];

/** A loaded computer may need longer than a second for what is then true. */
const patient = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    expect: patient,
    setupFiles: ['test/support/properties.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'apps/cli/**/*.test.ts',
            'apps/web/{src,test}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/{,chaos/,shots/}*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/{src,test}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['apps/server/test/support/postgres.global.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: false, // what is set up for Node does not run in a browser
        // named, not discovered: a library found half-way would reload the page under a running test
        optimizeDeps: { noDiscovery: true, include: BUNDLED },
        test: {
          name: 'components',
          alias:
            browserPath === undefined
              ? { 'vitest/browser': join(import.meta.dirname, 'test/support/no-browser.ts') }
              : {},
          testTimeout: 60_000,
          expect: patient,
          maxWorkers: 2,
          include: ['apps/web/test/components/*.test.tsx'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: browserPath !== undefined,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1200, height: 800 },
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/e2e/journeys/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['test/e2e/support/product.global.ts'],
          // after the tests of the server, which take all of a small machine
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
