import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFile, detectEncoding, type FileEncoding } from './decode.ts';

const ENCODINGS: readonly FileEncoding[] = ['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2', 'cp852'];
const PANGRAM = 'Zażółć gęślą jaźń; ZAŻÓŁĆ GĘŚLĄ JAŹŃ';

/** The bytes in which the encodings differ, typed from the tables and not produced by the library under test. */
const KNOWN: readonly (readonly [FileEncoding, string, readonly number[]])[] = [
  ['windows-1250', 'ąśźĄŚŹ', [0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f]],
  ['iso-8859-2', 'ąśźĄŚŹ', [0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac]],
  ['cp852', 'ąćęłńóśźż', [0xa5, 0x86, 0xa9, 0x88, 0xe4, 0xa2, 0x98, 0xab, 0xbe]],
  ['utf-8', 'ąż', [0xc4, 0x85, 0xc5, 0xbc]],
  ['utf-16le', 'ąż', [0x05, 0x01, 0x7c, 0x01]],
];

describe('decodeFile', () => {
  it.each(KNOWN)('reads %s: %s', (encoding, text, bytes) => {
    expect(decodeFile(Uint8Array.from(bytes), encoding)).toBe(text);
  });

  it.each(['utf-8', 'utf-16le'] as const)('drops the byte order mark of %s', (encoding) => {
    expect(decodeFile(iconv.encode('\uFEFFKod;Nazwa', encoding), encoding)).toBe('Kod;Nazwa');
  });

  it('marks bytes that mean nothing instead of failing', () => {
    expect(decodeFile(Uint8Array.of(0x41, 0xff, 0x42), 'utf-8')).toBe('A\uFFFDB');
  });

  it('gives text that a database takes: no zero characters, no halves of surrogate pairs', () => {
    expect(decodeFile(Uint8Array.of(0x41, 0x00, 0x42), 'windows-1250')).toBe('AB');
    expect(decodeFile(Uint8Array.of(0x41, 0x00, 0x3d, 0xd8, 0x42, 0x00), 'utf-16le')).toBe('A\uFFFDB');
  });

  it('reads a part of a larger memory block', () => {
    const block = new TextEncoder().encode('xxŁódźxx');
    expect(decodeFile(block.subarray(2, block.length - 2), 'utf-8')).toBe('Łódź');
  });
});

describe('detectEncoding', () => {
  it.each(ENCODINGS)('recognises %s by its Polish letters', (encoding) => {
    expect(detectEncoding(iconv.encode(PANGRAM, encoding))).toBe(encoding);
  });

  it.each(['utf-8', 'utf-16le'] as const)('recognises %s by its byte order mark', (encoding) => {
    expect(detectEncoding(iconv.encode('\uFEFFA', encoding))).toBe(encoding);
  });

  it.each(['windows-1250', 'iso-8859-2', 'cp852'] as const)('recognises %s by a single word', (encoding) => {
    for (const word of ['książka', 'MĄKA', 'Śląsk', 'GRUDZIĄDZ', 'Źródło', 'Kraśnik', 'ŁAŃCUT ŚW. JAŃA']) {
      const bytes = iconv.encode(word, encoding);
      expect(decodeFile(bytes, detectEncoding(bytes))).toBe(word);
    }
  });

  it('calls plain ASCII and an empty file UTF-8', () => {
    expect(detectEncoding(new TextEncoder().encode('Kod;Nazwa\r\n1;Alfa'))).toBe('utf-8');
    expect(detectEncoding(new Uint8Array())).toBe('utf-8');
  });

  it('is not led astray by quotes, dashes and foreign letters of cp1250', () => {
    const text = '„Müller” – Spółka z o.o. §4; Čapek; 20 °C; Łódź; Würth Polska';
    expect(detectEncoding(iconv.encode(text, 'windows-1250'))).toBe('windows-1250');
  });

  it('stays with UTF-8 when one byte of a Polish file is broken', () => {
    const bytes = Buffer.concat([Buffer.from(PANGRAM.repeat(3)), Buffer.of(0xb9), Buffer.from(PANGRAM)]);
    expect(detectEncoding(bytes)).toBe('utf-8');
  });

  it('does not take a cp1250 file for UTF-8 because two letters look like a sequence', () => {
    expect(detectEncoding(iconv.encode('ĹĽ Łódź, Gdańsk, Kraków', 'windows-1250'))).toBe('windows-1250');
  });

  it('gives every Polish sentence back from every encoding', () => {
    const word = fc.constantFrom(
      ...'Przedsiębiorstwo Produkcyjno-Usługowe ŻÓŁW Łódź Gdańsk Świętochłowice Żywiec ZAKŁAD Śruba Wśród Późna Źdźbło'.split(
        ' ',
      ),
      ...'Kraków ĆMIELÓW księgarnia Ząbki ŚLĄSK gwoźdź Ośrodek SPÓŁKA ulica 501234567 Poznań Jędrzejów'.split(' '),
    );
    const sentence = fc.array(word, { minLength: 8, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        const bytes = iconv.encode(text, encoding);
        expect(decodeFile(bytes, detectEncoding(bytes))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
