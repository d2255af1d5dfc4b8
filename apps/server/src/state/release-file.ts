// Which release catalogue counts: the built-in one, or a newer one put into the state folder. Never an error: without any
// catalogue the entitlement is unknown, which is allowed with a warning (domain-facts section 4, row 5).
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openCatalogue, RELEASE_PUBLIC_KEY, type ReleaseCatalogue } from './catalogue.ts';
import { replaceFile } from './atomic-file.ts';

export type CatalogueRefusal = 'malformed' | 'wrong_signature' | 'older';

export interface KnownReleases {
  readonly catalogue: ReleaseCatalogue;
  /** When the built-in catalogue was issued: the `buildDate` of `entitlementOf`. */
  readonly buildDate: string;
  /** Why the file in the state folder was passed over. `older` is what an update of Goniec brings; the others deserve a warning. */
  readonly refused: CatalogueRefusal | null;
}

export interface ReleaseFiles {
  readonly refreshed: string;
  readonly builtIn?: URL | string;
  readonly publicKey?: KeyObject;
}

const BUILT_IN = new URL('./releases.json', import.meta.url);
const NOTHING_KNOWN: ReleaseCatalogue = { issuedOn: '1970-01-01', releases: [] };

export async function loadReleases(files: ReleaseFiles): Promise<KnownReleases> {
  const { refreshed, builtIn = BUILT_IN, publicKey = RELEASE_PUBLIC_KEY } = files;
  const own = openCatalogue((await readText(builtIn)) ?? '', publicKey);
  const base = own.ok ? own.catalogue : NOTHING_KNOWN;
  const text = await readText(refreshed);
  const newer = text === null ? null : accept(text, base, publicKey);
  return {
    catalogue: newer?.ok === true ? newer.catalogue : base,
    buildDate: base.issuedOn,
    refused: newer?.ok === false ? newer.reason : null,
  };
}

/** A catalogue somebody brought. It is kept only if it is genuine and not older than the one in use; null: it was. */
export async function storeReleases(text: string, files: ReleaseFiles): Promise<CatalogueRefusal | null> {
  const { catalogue } = await loadReleases(files);
  const verdict = accept(text, catalogue, files.publicKey ?? RELEASE_PUBLIC_KEY);
  if (!verdict.ok) return verdict.reason;
  await replaceFile(files.refreshed, text);
  return null;
}

type Acceptance =
  | { readonly ok: true; readonly catalogue: ReleaseCatalogue }
  | { readonly ok: false; readonly reason: CatalogueRefusal };

/** An old catalogue is as genuine as a new one: playing it back must not undo a release. */
function accept(text: string, current: ReleaseCatalogue, publicKey: KeyObject): Acceptance {
  const verdict = openCatalogue(text, publicKey);
  if (verdict.ok && verdict.catalogue.issuedOn < current.issuedOn) return { ok: false, reason: 'older' };
  return verdict;
}

const readText = (path: URL | string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
