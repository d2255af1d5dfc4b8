import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCatalogue, type ReleaseCatalogue, signedText } from './catalogue.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const catalogue: ReleaseCatalogue = {
  issuedOn: '2018-10-02',
  releases: [
    { line: '8.3', releasedOn: '2017-10-01', withdrawn: false },
    { line: '8.4', releasedOn: '2018-10-01', withdrawn: true },
  ],
};
const signature = sign(null, signedText(catalogue), privateKey).toString('base64url');
const signed = { ...catalogue, signature };
const [first, second] = catalogue.releases;

const read = (file: unknown) => openCatalogue(JSON.stringify(file), publicKey);

describe('a signed release catalogue', () => {
  it('opens with the key it was signed for', () => {
    expect(read(signed)).toEqual({ ok: true, catalogue });
  });

  it('signs one fact a line', () => {
    expect(signedText(catalogue).toString()).toBe(
      'goniec release catalogue v1\nissued 2018-10-02\n8.3 2017-10-01\n8.4 2018-10-01 withdrawn\n',
    );
  });

  it('opens reformatted, with other line ends and with fields of a later version', () => {
    const text = JSON.stringify({ ...signed, note: 'later' }, null, 4).replaceAll('\n', '\r\n');
    expect(openCatalogue(text, publicKey)).toEqual({ ok: true, catalogue });
  });

  it.each<[string, object]>([
    ['date of issue', { issuedOn: '2030-10-02' }],
    ['release day', { releases: [first, { ...second, releasedOn: '2019-10-01' }] }],
    ['line', { releases: [first, { ...second, line: '8.5' }] }],
    ['withdrawal', { releases: [first, { line: '8.4', releasedOn: '2018-10-01' }] }],
    ['order', { releases: [second, first] }],
    ['missing line', { releases: [first] }],
    ['empty list', { releases: [] }],
    [
      'signature',
      { signature: `A${signature.slice(1)}` === signature ? `B${signature.slice(1)}` : `A${signature.slice(1)}` },
    ],
    ['cut signature', { signature: signature.slice(0, 20) }],
    ['empty signature', { signature: '' }],
  ])('with another %s has a wrong signature', (_what, change) => {
    expect(read({ ...signed, ...change })).toEqual({ ok: false, reason: 'wrong_signature' });
  });

  it("does not open with the build's own key when another key signed it", () => {
    expect(openCatalogue(JSON.stringify(signed))).toEqual({ ok: false, reason: 'wrong_signature' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['no signature', catalogue],
    ['a day that does not exist', { ...signed, issuedOn: '2018-02-30' }],
    ['a line that is a version', { ...signed, releases: [{ line: '8.30', releasedOn: '2017-10-01' }] }],
    ['a line twice', { ...signed, releases: [first, first] }],
    ['a signature in another alphabet', { ...signed, signature: '+/+/' }],
  ])('%s is malformed', (_what, file) => {
    expect(read(file)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('text that is not JSON is malformed', () => {
    expect(openCatalogue('<html>', publicKey)).toEqual({ ok: false, reason: 'malformed' });
  });
});
