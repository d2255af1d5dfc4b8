// A release catalogue that may be believed: the lines released so far, signed by Goniec's maintainers (domain-facts 4.2).
//
// The file: { "issuedOn", "releases": [{ "line", "releasedOn", "withdrawn"? }], "signature" }. The signature (Ed25519, base64url) is
// over `signedText`, not over the bytes of the file, so reformatting or other line ends do not break it.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { ReleaseLine } from '../domain/entitlement.ts';

export interface ReleaseCatalogue {
  readonly issuedOn: string;
  readonly releases: readonly ReleaseLine[];
}

export type CatalogueVerdict =
  | { readonly ok: true; readonly catalogue: ReleaseCatalogue }
  | { readonly ok: false; readonly reason: 'malformed' | 'wrong_signature' };

/** The maintainers keep the private part; see README.md on how a release is signed. */
export const RELEASE_PUBLIC_KEY: KeyObject = createPublicKey({
  format: 'jwk',
  key: { kty: 'OKP', crv: 'Ed25519', x: 'Bas5p-MsSgQ6YLcAs60pmkJbWa9i6grkRGeuNguRZsQ' },
});

const fileSchema = z.object({
  issuedOn: z.iso.date(),
  releases: z
    .array(
      z.object({
        line: z.string().regex(/^(?:0|[1-9]\d*)\.\d$/),
        releasedOn: z.iso.date(),
        withdrawn: z.boolean().default(false),
      }),
    )
    .refine((releases) => new Set(releases.map(({ line }) => line)).size === releases.length, 'a line comes twice'),
  signature: z.base64url(),
});

export function openCatalogue(text: string, publicKey: KeyObject = RELEASE_PUBLIC_KEY): CatalogueVerdict {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return { ok: false, reason: 'malformed' };
  const { signature, ...catalogue } = file.data;
  const genuine = verify(null, signedText(catalogue), publicKey, Buffer.from(signature, 'base64url'));
  return genuine ? { ok: true, catalogue } : { ok: false, reason: 'wrong_signature' };
}

/** What is signed: one fact a line, in the order of the file. */
export function signedText({ issuedOn, releases }: ReleaseCatalogue): Buffer {
  const lines = releases.map(
    ({ line, releasedOn, withdrawn }) => `${line} ${releasedOn}${withdrawn ? ' withdrawn' : ''}`,
  );
  return Buffer.from(['goniec release catalogue v1', `issued ${issuedOn}`, ...lines, ''].join('\n'), 'utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
