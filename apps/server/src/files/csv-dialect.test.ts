import { describe, expect, it } from 'vitest';
import { declaredDelimiter, detectDelimiter, detectQuote } from './csv-dialect.ts';

describe('detectDelimiter', () => {
  it.each([
    ['a semicolon', 'Kod;Nazwa;Telefon\r\n1;Alfa;501', ';'],
    ['a tab', 'Kod\tNazwa\tTelefon\n1\tAlfa\t501', '\t'],
    ['a comma', 'Kod,Nazwa,Telefon\n1,Alfa,501', ','],
    ['decimal commas below a semicolon header', 'a;b\n1,5;2', ';'],
    ['two phones with a comma in every cell', 'Nazwa;Telefon\nA;501,601\nB;502,602\nC;503,603', ';'],
    ['three phones with commas in every cell', 'Nazwa;Telefon\nA;501,601,701\nB;502,602,702', ';'],
    ['two phones with a semicolon in every cell', 'Nazwa,Telefon\nA,501; 601\nB,502; 602\nC,503; 603', ','],
    ['semicolons in tabbed cells', 'Nazwa\tTelefon\nA\t501; 601\nB\t502; 602', '\t'],
    ['delimiters inside quotes', '"Kod, symbol","Nazwa; skrót","Telefon"\n1,"A; B; C",501', ','],
    [
      'delimiters inside apostrophes',
      "'Kod';'Nazwa, pełna, długa';'Tel'\n'1';'A, B, C, D';'501'\n'2';'A, B, C, D';'502'",
      ';',
    ],
    ['a comma in the title row', 'Kontrahenci, stan na 1.01.2026\nKod;Nazwa;Saldo\n1;A;1,50\n2;B;2,50\n3;C;3,50', ';'],
    ['a title row padded with delimiters', 'Kartoteka kontrahentów;;\nKod;Nazwa;Tel\n1;A;501', ';'],
    ['a comma in a semicolon header', 'Kod;Nazwa, skrót;Tel\n1;A, B;501\n2;C, D;502', ';'],
    ['ragged rows', 'a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n4;5;6', ';'],
    ['a header alone', 'Kod;Nazwa', ';'],
    ['a single column', 'Telefon\n501234567', ';'],
    ['empty text', '', ';'],
    ['empty lines on top', '\r\n\r\nKod,Nazwa\r\n1,A', ','],
    ['an unclosed quote in the data', 'Kod;Nazwa\n1;"Alfa, Beta\n2;Gamma\n3;Delta', ';'],
  ])('sees through %s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it.each([
    ['sep=;\r\na,b\r\n1,2', ';'],
    ['sep=,\na;b', ','],
    ['SEP=\t\r\na;b', '\t'],
    ['"sep=;"\na,b', ';'],
  ])('obeys the first line of %j', (text, delimiter) => {
    expect(declaredDelimiter(text)).toBe(delimiter);
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('does not obey a header that merely begins like it', () => {
    expect(declaredDelimiter('separator;nazwa')).toBeNull();
  });
});

describe('detectQuote', () => {
  it.each([
    ["'Kod';'Nazwa'\n'1';'Alfa; Beta'", "'"],
    ["'Kod',Saldo\n'1',5", "'"],
    ['Kod;Nazwa\n1;"Alfa; Beta"', '"'],
    ["Kod;Telefon\n1;'+48501234567\n2;'+48601234567", '"'],
    ["Kod;Nazwa\n1;Bar 'U Zosi'\n2;'Alfa'\n3;Beta", '"'],
    ['', '"'],
  ])('finds the text delimiter of %j', (text, quote) => {
    expect(detectQuote(text)).toBe(quote);
  });
});
