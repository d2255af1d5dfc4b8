import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decode, shrink, type Picture } from './png.ts';

/** A picture of so many colours, each pixel of its own but for repeats. */
function picture(width: number, height: number, colors: number): Picture {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const color = (at * 7_919) % colors;
    pixels.set([(color * 31) & 255, (color * 17) & 255, (color >> 3) & 255], at * 3);
  }
  return { width, height, pixels };
}

/** Writes it as browsers do: row n with the n-th of the five filters, with or without alpha. */
function write({ width, height, pixels }: Picture, channels: 3 | 4): Buffer {
  const stride = width * channels;
  const raw = Buffer.alloc(stride * height, 255);
  for (let at = 0; at < width * height; at += 1) raw.set(pixels.subarray(at * 3, at * 3 + 3), at * channels);
  const byte = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (raw[y * stride + x] ?? 0));
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(stride + 1, y % 5);
    for (let x = 0; x < stride; x += 1) {
      const [left, above, corner] = [byte(x - channels, y), byte(x, y - 1), byte(x - channels, y - 1)];
      const guess = left + above - corner;
      const paeth = [left, above, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth][y % 5] ?? 0;
      row[x + 1] = byte(x, y) - predicted;
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The colours that an indexed picture shows. */
function shown(png: Buffer): Uint8Array {
  const [palette, rows] = ['PLTE', 'IDAT'].map((name) => {
    const at = png.indexOf(name);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  });
  const line = png.readUInt32BE(16) + 1;
  const indexes = inflateSync(rows ?? Buffer.alloc(0)).filter((_, at) => at % line !== 0);
  return Uint8Array.from([...indexes].flatMap((index) => Array.from((palette ?? []).slice(index * 3, index * 3 + 3))));
}

describe('a screenshot', () => {
  it.each([3, 4] as const)('of %i channels is read whatever its rows are filtered by', (channels) => {
    const drawn = picture(37, 23, 900);
    expect(decode(write(drawn, channels))).toEqual(drawn);
  });

  it('of few colours is kept to the pixel, and becomes smaller', () => {
    const drawn = picture(200, 100, 256);
    const png = write(drawn, 3);
    const small = Buffer.from(shrink(png));
    expect(shown(small)).toEqual(drawn.pixels);
    expect(small.length).toBeLessThan(png.length);
  });

  it('of many colours is hardly off, and comes out the same each time', () => {
    const drawn = picture(120, 80, 2_000);
    const png = write(drawn, 3);
    const small = Buffer.from(shrink(png));
    const off = shown(small).map((value, at) => Math.abs(value - (drawn.pixels[at] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(70);
    expect(Buffer.from(shrink(png)).equals(small)).toBe(true);
  });

  it('of another kind is refused', () => {
    const png = write(picture(4, 4, 4), 3);
    png.writeUInt8(16, 24);
    expect(() => shrink(png)).toThrow('not read');
  });
});
