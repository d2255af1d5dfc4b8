import { styleText } from 'node:util';

export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'strong';

/** Colours a text; leaves it as it is without a tone, or where colours are not wanted. */
export type Paint = (tone: Tone | null, text: string) => string;

const formats = { good: 'green', bad: 'red', warn: 'yellow', dim: 'dim', strong: 'bold' } as const;

/** Colours only for a person's terminal that did not ask to be spared them (no-color.org). */
export function createPaint(wanted: boolean): Paint {
  return wanted
    ? (tone, text) => (tone === null ? text : styleText(formats[tone], text, { validateStream: false }))
    : (_, text) => text;
}

export function wantsColour(stream: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>) {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
