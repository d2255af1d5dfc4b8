import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { encodeFile } from '../apps/server/src/files/encode.ts';
import { writeComarchSample } from './sample-data/comarch.ts';
import { writeWaproSample } from './sample-data/wapro.ts';

export type Sample = { readonly name: string; readonly bytes: Uint8Array };

/** The sample files, the same bytes on every run and machine. */
export function makeSamples(): Sample[] {
  return [
    { name: 'kontrahenci-wapro.csv', bytes: encodeFile(writeWaproSample(), 'windows-1250') },
    { name: 'kontrahenci-utf8.csv', bytes: encodeFile(`\uFEFF${writeComarchSample()}`, 'utf-8') },
  ];
}

/** The samples whose file in a folder is missing or has other bytes. */
export function differingSamples(samples: readonly Sample[], folder: URL): string[] {
  return samples.filter(({ name, bytes }) => !isSame(folder, name, bytes)).map(({ name }) => name);
}

function isSame(folder: URL, name: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(new URL(name, folder)).equals(bytes);
  } catch {
    return false;
  }
}

function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const folder = new URL('../samples/', import.meta.url);
  const samples = makeSamples();
  if (values.check) {
    const differing = differingSamples(samples, folder);
    if (differing.length === 0) return;
    console.error(
      `These samples differ from what scripts/make-samples.ts writes: ${differing.join(', ')}. Run: npm run samples`,
    );
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of samples) writeFileSync(new URL(name, folder), bytes);
}

if (import.meta.main) main();
