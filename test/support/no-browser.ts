import { beforeEach } from 'vitest';

/** Stands in for `vitest/browser` where there is no browser: every test of a file that needs one is skipped, and counted. */
beforeEach(({ skip }) => skip('no browser here'));

export const page = undefined;
export const userEvent = undefined;
