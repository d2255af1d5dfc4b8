import { InvalidArgumentError, Option } from 'commander';

/** Parsers of single options: a value, or an explanation for the person. */
export function parseCount(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError('liczba całkowita od 1.');
}

/** A decimal in Polish or English spelling, as an integer of ten-thousandths: `0,165` → 1650. */
export function parseAmount(text: string): number {
  const parts = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(text);
  if (!parts) throw new InvalidArgumentError('kwota, na przykład 0,165 (do czterech miejsc po przecinku).');
  const [, whole = '0', decimals = ''] = parts;
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
}

/** Seconds, as milliseconds. */
export function parseSeconds(text: string): number {
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value > 0) return value * 1000;
  throw new InvalidArgumentError('liczba sekund od 1.');
}

export function parseId(text: string): string {
  if (/^[1-9]\d{0,15}$/.test(text)) return text;
  throw new InvalidArgumentError('numer, na przykład 42.');
}

/** For an option that may be repeated, or take several ids at once: `--contractor 3 --contractor 5,8`. */
export function collectIds(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(',').map((each) => parseId(each.trim()))];
}

/** An option that takes one of a few words. */
export const choice = (flags: string, description: string, words: readonly string[]): Option =>
  new Option(flags, description).choices([...words]);

export const limitOption = (usual: number): Option =>
  new Option('-n, --limit <liczba>', 'ile najwyżej pokazać').argParser(parseCount).default(usual);

export const allOption = (): Option => new Option('-a, --all', 'pokaż wszystko').conflicts('limit');
