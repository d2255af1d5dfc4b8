import process from 'node:process';
import { ensureInstalled } from './install.mjs';
import { watchInterrupts } from './interrupts.mjs';
import { root } from './pinned-node.mjs';
import { createProgress } from './progress.mjs';

/**
 * What the developers' commands have in common: installs what is missing, finds Node, lets the work be interrupted.
 *
 * @param {(shop: import('./run.mjs').Shop) => Promise<number>} work - gives the exit code
 * @returns {Promise<number>}
 */
export async function inShop(work) {
  const interrupts = watchInterrupts();
  try {
    const signal = interrupts.nth[0];
    const node = await ensureInstalled({ folder: root, progress: createProgress(process.stdout), signal });
    if (node.ok) return await work({ node: node.path, folder: root, signal });
    console.error(node.sentence);
    return 1;
  } finally {
    interrupts.close();
  }
}
