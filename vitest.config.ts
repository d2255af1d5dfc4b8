import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // a loaded computer may need longer than a second for what is then true
    expect: { poll: { timeout: 10_000 } },
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
            'test/{,chaos/}*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/{src,test}/**/*.test.ts'],
          testTimeout: 60_000,
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
