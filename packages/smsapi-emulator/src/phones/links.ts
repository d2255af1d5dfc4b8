import type { Store } from '../state/store.ts';

/** A short address in a text, and where it can be opened here. */
export interface TextLink {
  /** As it stands in the text. */
  readonly text: string;
  /** Path on this emulator. */
  readonly href: string;
}

const SHORT_ADDRESS = /\b(?:idz\.do|cut\.li)\/([a-z0-9]+)\b/gi;

/** The short addresses in a text that lead somewhere: those the emulator handed out itself. */
export const linksIn = ({ resources }: Readonly<Store>, text: string): readonly TextLink[] =>
  [...text.matchAll(SHORT_ADDRESS)].flatMap(([address, code = '']) =>
    resources.linkCodes.has(code) ? [{ text: address, href: `/l/${code}` }] : [],
  );
