import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.mjs';

function record(terminal: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  return { written, progress: createProgress({ ...terminal, write: (text: string) => written.push(text) }) };
}

describe('createProgress', () => {
  it('rewrites one line on a terminal', () => {
    const { written, progress } = record({ isTTY: true, columns: 80 });
    progress.step('Instaluję');
    progress.detail('3 z 9');
    progress.clear();
    expect(written).toEqual(['\r\u001B[2KInstaluję…', '\r\u001B[2KInstaluję… 3 z 9', '\r\u001B[2K']);
  });

  it('never wraps a line it will have to rewrite', () => {
    const { written, progress } = record({ isTTY: true, columns: 30 });
    progress.step('x'.repeat(100));
    expect(written).toEqual([`\r\u001B[2K${'x'.repeat(29)}`]);
  });

  it('prints plain lines elsewhere, one a step', () => {
    const { written, progress } = record({});
    progress.step('Instaluję');
    progress.detail('3 z 9');
    progress.clear();
    expect(written).toEqual(['Instaluję…\n']);
  });
});
