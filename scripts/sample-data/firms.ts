import { isNip, nipCheckDigit } from '../../apps/server/src/domain/nip.ts';
import type { Random } from './random.ts';
import * as words from './words.ts';

/** An invented firm with one person. */
export type Firm = {
  readonly name: string;
  readonly shortName: string;
  readonly nip: string;
  readonly street: string;
  readonly house: string;
  readonly flat: string;
  readonly postalCode: string;
  readonly town: words.Town;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly group: string;
};

export function inventFirm(random: Random): Firm {
  const firstName = random.pick(words.FIRST_NAMES);
  const lastName = random.pick(words.LAST_NAMES);
  const coined = inventName(random, lastName);
  const town = random.pick(words.TOWNS);
  const host = foldToAscii(coined);
  return {
    name: `${random.pick(words.TRADES)} „${coined}” ${random.pick(words.LEGAL_FORMS)}`,
    shortName: coined.toUpperCase(),
    nip: inventNip(random),
    street: random.pick(words.STREETS),
    house: String(1 + random.below(180)) + (random.chance(0.1) ? 'A' : ''),
    flat: random.chance(0.3) ? String(1 + random.below(60)) : '',
    postalCode: `${town.postal}-${random.digits(3)}`,
    town,
    // The top-level domain .example is reserved (RFC 2606): nothing sent there arrives anywhere.
    email: random.chance(0.5)
      ? `biuro@${host}.example`
      : `${foldToAscii(firstName[0] ?? '')}.${foldToAscii(lastName)}@${host}.example`,
    firstName,
    lastName,
    role: random.pick(words.ROLES),
    group: random.pick(words.GROUPS),
  };
}

function inventName(random: Random, lastName: string): string {
  const coined = random.pick(words.COINED);
  if (random.chance(0.3)) return `${coined} ${lastName}`;
  return random.chance(0.5) ? `${coined}-${lastName}` : `${coined}${random.pick(words.ENDINGS)}`;
}

/**
 * A NIP with the right check digit that nobody has: no tax office has a code ending in 00 (the Ministry of Finance's own
 * schemas refuse such a NIP).
 */
export function inventNip(random: Random): string {
  for (;;) {
    const nine = `${1 + random.below(9)}00${random.digits(6)}`;
    const nip = `${nine}${nipCheckDigit(nine)}`;
    if (isNip(nip)) return nip;
  }
}

function foldToAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]/g, '');
}
