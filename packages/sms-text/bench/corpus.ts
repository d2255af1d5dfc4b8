/** Texts as Polish companies send them, one class for each thing that makes counting harder. */

export interface TextClass {
  readonly name: string;
  readonly texts: readonly string[];
}

const SHORT_GSM =
  'Przypominamy o platnosci faktury FV/0123/2026 na kwote 1234,50 zl. Termin minal 12.11.2026. Prosimy o wplate. Hurtownia ABC, tel. 221234567';
const SHORT_POLISH = 'Dzień dobry, zamówienie 4512 jest gotowe do odbioru. Hurtownia Łódź';
const LONG_GSM =
  'Szanowni Panstwo, informujemy o zmianie godzin pracy magazynu w okresie swiatecznym: od 22.12 do 31.12 przyjmujemy dostawy w godzinach 7:00-13:00, a zamowienia zlozone po 12:00 realizujemy w kolejnym dniu roboczym. ';
const LONG_POLISH =
  'Szanowni Państwo, informujemy o zmianie godzin pracy magazynu w okresie świątecznym: od 22.12 do 31.12 przyjmujemy dostawy w godzinach 7:00-13:00, a zamówienia złożone po 12:00 realizujemy w kolejnym dniu roboczym. ';
const ESCAPES =
  'Zamowienie [4512] {pilne}: do zaplaty 129,90€ + 9,90€ dostawa = 139,80€. Szczegoly: https://sklep.pl/~abc?id=4512|k=7';
const EMOJI = 'Dziękujemy za zakupy 🎉! Do końca tygodnia -20% na wszystko 😀 ❤️ Zapraszamy 👨‍👩‍👧‍👦';

/** Each text with other digits, and in memory of its own. */
const VARIANTS = 40;

export const CORPUS: readonly TextClass[] = [
  textClass('short GSM', SHORT_GSM),
  textClass('short Polish', SHORT_POLISH),
  textClass('long GSM, 7 parts', fill(LONG_GSM, 1071)),
  textClass('long Polish, 7 parts', fill(LONG_POLISH, 469)),
  textClass('escapes', ESCAPES),
  textClass('emoji', EMOJI),
];

function fill(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function textClass(name: string, text: string): TextClass {
  const texts = Array.from({ length: VARIANTS }, (_, at) => {
    const varied = text.replace(/\d/g, (digit) => String((Number(digit) + at) % 10));
    // Through bytes and back: a flat string on its own, as one read from a database or a request.
    return Buffer.from(varied).toString();
  });
  return { name, texts };
}
