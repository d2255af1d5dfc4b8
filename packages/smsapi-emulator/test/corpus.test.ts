import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { bytesOf, parseCorpus, project } from './corpus-file.ts';
import { GOOD, start } from './support.ts';
import { exchange } from './wire.ts';

const FOLDER = fileURLToPath(new URL('corpus/', import.meta.url));

/** What the requests of the corpus speak of. */
const startWorld = () =>
  start({
    clock: createManualClock(),
    account: {
      groups: { klienci: [GOOD, '48600100200'] },
      templates: { gotowe: { text: 'Gotowe: [%1%]', normalize: false } },
    },
  });

const parseBody = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

describe.each(readdirSync(FOLDER))('the requests of %s', (file) => {
  const entries = parseCorpus(readFileSync(join(FOLDER, file), 'utf8'));

  it('have names of their own', () => {
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  });

  // One emulator for the whole file, for later requests speak of what earlier ones made.
  it('are answered as written beside them', async () => {
    const emulator = await startWorld();
    const values = new Map([
      ['token', emulator.token],
      ['host', `127.0.0.1:${emulator.port}`],
    ]);
    for (const entry of entries) {
      const answer = await exchange(emulator.port, bytesOf(entry, values));
      const actual = entry.answer === null ? null : project(entry.answer, parseBody(answer.body), values);
      expect({ status: answer.status, answer: actual }, entry.name).toEqual({
        status: entry.status,
        answer: entry.answer,
      });
      // Trap 1 of dossier 1.5: the vendor's JavaScript client parses whatever is called JSON, also nothing.
      if (answer.status === 204) expect(answer.headers, entry.name).not.toHaveProperty('content-type');
    }
    // Every file begins with this text, in the encoding of its client.
    expect(emulator.ledger.accepted(GOOD)[0]?.text).toBe('Dzień dobry');
  });
});
