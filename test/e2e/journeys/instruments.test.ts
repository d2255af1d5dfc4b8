import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { lookOfFocus } from '../support/focus.ts';
import { isTooWide, objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { sitDown } from '../support/person.ts';
import { polishLeft } from '../support/polish-left.ts';
import { polish } from '../support/words.ts';

/** An instrument that never strikes proves nothing: each is shown what it has to find. */
describe.skipIf(browserPath === undefined)('the instruments of the journeys', () => {
  journey('see a focus that nobody else sees, and one that is seen', async ({ enter }) => {
    const { page } = await enter('about:blank');
    const focused = async (style: string): Promise<string> => {
      await page.setContent(`<style>${style}</style><div><div><button>Zapisz</button></div></div>`);
      await page.keyboard.press('Tab');
      return page.evaluate(lookOfFocus);
    };
    expect(await focused('button { outline: none }')).toBe('not seen: button Zapisz');
    expect(await focused('button:focus-visible { outline: 2px solid blue }')).toBe('seen');
    expect(await focused('button { outline: none } div:focus-within { border-color: red }')).toBe('seen');
    expect(await focused('button { position: absolute; left: -999px }')).toBe('off the screen: button Zapisz');
  });

  journey('find what is Polish, ours and the server’s, and leave English alone', async ({ enter }) => {
    const { page } = await enter('about:blank');
    await page.setContent(
      `<title>Goniec</title><p>${polish.common.save}</p><p>Zaznaczono 12</p><p>Nie można wysłać.</p><p>Save</p><p>SMS</p>
       <button aria-label="${polish.common.close}">x</button><span lang="pl">Polski</span>`,
    );
    expect(await polishLeft(page)).toEqual([
      polish.common.save,
      'Zaznaczono 12',
      'Nie można wysłać.',
      polish.common.close,
    ]);
  });

  journey('find what is too wide, and what axe objects to', async ({ enter }) => {
    const { page } = await enter('about:blank');
    await page.setContent(
      '<html lang="pl"><title>x</title><main><h1>x</h1><img width="3000" height="2"></main></html>',
    );
    expect([await isTooWide(page), await objectionsOf(page)]).toEqual([true, ['image-alt: img']]);
  });

  journey(
    'hear of errors in the console, of scripts, and of what the security policy blocks',
    async ({ browser, product }) => {
      const { page, troubles } = await sitDown(browser, product.url, product.session);
      await page.goto('/');
      await page.getByRole('grid').or(page.getByRole('heading')).first().waitFor();
      await page.evaluate(() => {
        console.error('noted');
        setTimeout(() => {
          throw new Error('thrown');
        });
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'globalThis.sneaked = true' }),
        );
      });
      await expect.poll(() => troubles.join('\n')).toMatch(/noted[^]*thrown|thrown[^]*noted/u);
      await expect.poll(() => troubles.join('\n')).toMatch(/CSP: script-src/u);
      await page.context().close();
    },
  );
});
