import { between, keyedRandom } from '../random.ts';

/** Domain by macro: `idzdo` of the Polish edition, `goto` of the .com one (dossier 2.2). */
export const LINK_DOMAINS: Readonly<Record<string, string>> = { idzdo: 'idz.do', goto: 'cut.li' };
export const DEFAULT_DOMAIN = 'idz.do';

/** A macro in one recipient's text that became a short address. */
export interface DrawnLink {
  readonly code: string;
  readonly domain: string;
  readonly target: string;
  /** Position of the recipient among those who get the message. */
  readonly nth: number;
}

export interface LinkDrawer {
  readonly drawn: readonly DrawnLink[];
  /** The short address for one recipient's macro, without a scheme as the gateway writes it. */
  draw(kind: string, target: string, nth: number): string;
}

const CODE_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 5;

/**
 * A path nobody else has, always the same for the same seed and key. There are thirty million: two of a few thousand
 * are likely to run into each other, and then the next draw decides.
 */
export const drawCode = (seed: number, key: string, isTaken: (code: string) => boolean): string => {
  const random = keyedRandom(seed, `link ${key}`);
  for (;;) {
    const letters = Array.from(
      { length: CODE_LENGTH },
      () => CODE_LETTERS[between(random, 0, CODE_LETTERS.length - 1)],
    );
    const code = letters.join('');
    if (!isTaken(code)) return code;
  }
};

/** Hands out a path for every recipient of every link in one request: that is how clicks are counted by person. */
export const createLinkDrawer = (seed: number, requestKey: string, isTaken: (code: string) => boolean): LinkDrawer => {
  const drawn: DrawnLink[] = [];
  const own = new Set<string>();
  return {
    drawn,
    draw(kind, target, nth) {
      const domain = LINK_DOMAINS[kind] ?? DEFAULT_DOMAIN;
      const key = `${requestKey} ${drawn.length} ${target}`;
      const code = drawCode(seed, key, (candidate) => own.has(candidate) || isTaken(candidate));
      own.add(code);
      drawn.push({ code, domain, target, nth });
      return `${domain}/${code}`;
    },
  };
};
