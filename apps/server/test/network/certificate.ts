import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as a TLS server takes them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Certificate {
  /** A certificate for an address, signed by this authority. */
  issue(wish: { readonly ip: string; readonly from: Date; readonly until: Date }): Certificate;
}

// Enough of DER (ITU-T X.690) and X.509 (RFC 5280) for the certificates of a test.
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Uint8Array[]) => tlv(0x30, ...parts);
const explicit = (tag: number, ...parts: readonly Uint8Array[]) => tlv(0xa0 + tag, ...parts);
const integer = (bytes: Uint8Array) => tlv(0x02, bytes);
const octets = (...parts: readonly Uint8Array[]) => tlv(0x04, ...parts);
const bits = (bytes: Uint8Array) => tlv(0x03, Buffer.from([0]), bytes);
const yes = tlv(0x01, Buffer.from([0xff]));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));
const time = (moment: Date) => tlv(0x18, Buffer.from(moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '')));
const name = (common: string) => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(common)))));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const authorityConstraint = sequence(oid('551d13'), yes, octets(sequence(yes)));
const forAddress = (ip: string) =>
  sequence(oid('551d11'), octets(sequence(tlv(0x87, Buffer.from(ip.split('.').map(Number))))));

interface Wish {
  readonly subject: string;
  readonly issuer: string;
  readonly from: Date;
  readonly until: Date;
  readonly publicKey: KeyObject;
  readonly signedBy: KeyObject;
  readonly extension: Uint8Array;
}

function certificate(wish: Wish): string {
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const signed = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    name(wish.issuer),
    sequence(time(wish.from), time(wish.until)),
    name(wish.subject),
    wish.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(wish.extension)),
  );
  const whole = sequence(signed, ecdsaWithSha256, bits(sign('sha256', signed, wish.signedBy)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' });

/** An authority of this test's own: nobody trusts it who is not told to. */
export function createAuthority(): Authority {
  const own = newKeys();
  const [subject, day] = ['Urząd testowy', 86_400_000];
  const always = { from: new Date(Date.now() - 365 * day), until: new Date(Date.now() + 365 * day) };
  return {
    cert: certificate({
      ...always,
      subject,
      issuer: subject,
      publicKey: own.publicKey,
      signedBy: own.privateKey,
      extension: authorityConstraint,
    }),
    key: pem(own.privateKey),
    issue: ({ ip, from, until }) => {
      const keys = newKeys();
      const cert = certificate({
        subject: 'bramka',
        issuer: subject,
        from,
        until,
        publicKey: keys.publicKey,
        signedBy: own.privateKey,
        extension: forAddress(ip),
      });
      return { cert, key: pem(keys.privateKey) };
    },
  };
}
