import { describe, expect, it } from 'vitest';
import { createLinkDrawer, drawCode } from './draw.ts';

const nobody = (): boolean => false;

describe('the path of a short link', () => {
  it('is five letters that cannot be mistaken for others, the same for the same seed and key', () => {
    const drawn = Array.from({ length: 1_000 }, (_, nth) => drawCode(1, `key ${nth}`, nobody));
    expect(drawn.every((code) => /^[a-km-np-z2-9]{5}$/.test(code))).toBe(true);
    expect(drawCode(1, 'key 7', nobody)).toBe(drawn[7]);
    expect(drawCode(2, 'key 7', nobody)).not.toBe(drawn[7]);
  });

  it('is another one when the first is taken', () => {
    const first = drawCode(1, 'key', nobody);
    const second = drawCode(1, 'key', (code) => code === first);
    expect(second).toMatch(/^\w{5}$/);
    expect(second).not.toBe(first);
  });
});

describe('the links of one request', () => {
  it('belong to one recipient each, under the domain of their macro', () => {
    const drawer = createLinkDrawer(1, 'request', nobody);
    const addresses = [
      drawer.draw('idzdo', 'example.com', 0),
      drawer.draw('goto', 'example.com', 0),
      drawer.draw('idzdo', 'example.com', 1),
    ];
    expect(addresses.map((address) => address.split('/')[0])).toEqual(['idz.do', 'cut.li', 'idz.do']);
    expect(drawer.drawn).toMatchObject([
      { domain: 'idz.do', target: 'example.com', nth: 0 },
      { domain: 'cut.li', nth: 0 },
      { domain: 'idz.do', nth: 1 },
    ]);
    expect(addresses).toEqual(drawer.drawn.map(({ domain, code }) => `${domain}/${code}`));
  });

  it('never share a path, with each other or with older ones', () => {
    const older = new Set(Array.from({ length: 500 }, (_, nth) => drawCode(1, `request ${nth} example.com`, nobody)));
    const drawer = createLinkDrawer(1, 'request', (code) => older.has(code));
    for (let nth = 0; nth < 500; nth += 1) drawer.draw('idzdo', 'example.com', nth);
    const codes = new Set(drawer.drawn.map(({ code }) => code));
    expect([codes.size, [...codes].some((code) => older.has(code))]).toEqual([500, false]);
  });
});
