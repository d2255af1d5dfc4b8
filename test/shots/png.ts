import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture of opaque pixels, three bytes each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * Makes a screenshot small: at most 256 colours. Screens have few, and what letters are smoothed with may be a little off.
 * Same picture, same bytes.
 */
export function shrink(png: Uint8Array): Uint8Array {
  const picture = decode(Buffer.from(png));
  return encode(picture, choosePalette(picture));
}

/** Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. */
export function decode(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (channels === undefined || png.readUInt8(24) !== 8 || png.readUInt8(28) !== 0)
    throw new Error('this kind of PNG is not read');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    pixels.set(rows.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  return { width, height, pixels };
}

/** Takes back what the encoder subtracted (PNG, section 9.2): the byte to the left, above, their mean, or Paeth's choice. */
function unfilter(data: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const kind = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (rows[at - channels] ?? 0);
      const above = y === 0 ? 0 : (rows[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (rows[at - stride - channels] ?? 0);
      rows[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return rows;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const [toLeft, toAbove, toCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The commonest colours, each with the rarer ones that are close to it; how close grows until 256 are enough. */
function choosePalette({ pixels }: Picture): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const color = colorAt(pixels, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const byUse = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b).map(([color]) => color);
  for (let reach = 0; ; reach += 4) {
    const chosen: number[] = [];
    const indexes = new Map<number, number>();
    for (const color of byUse) {
      const near = reach === 0 ? -1 : chosen.findIndex((other) => distance(color, other) <= reach * reach);
      indexes.set(color, near === -1 ? chosen.push(color) - 1 : near);
      if (chosen.length > 256) break;
    }
    if (chosen.length <= 256) return indexes;
  }
}

const colorAt = (pixels: Uint8Array, at: number): number =>
  ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);

function distance(one: number, other: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}

/** Writes an indexed PNG; the first colour of each index is its own. */
function encode({ width, height, pixels }: Picture, indexes: ReadonlyMap<number, number>): Buffer {
  const palette: number[] = [];
  for (const [color, index] of indexes) palette[index] ??= color;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexes.get(colorAt(pixels, (y * width + x) * 3)) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
