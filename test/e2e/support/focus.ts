import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';

/** Somebody without a mouse: every step is a key, and after each it must be seen where one is. */
export interface Keyboard {
  /** Presses keys one after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** Presses one key until the element has the focus: Tab through the page, arrows through a menu. */
  reach(target: Locator, key?: 'Tab' | 'Shift+Tab' | 'ArrowDown'): Promise<void>;
  type(text: string): Promise<void>;
}

const FARTHEST = 80;

export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await seen(page, key);
    }
  };
  return {
    press,
    async reach(target, key = 'Tab') {
      await target.waitFor();
      for (let steps = 0; steps < FARTHEST; steps += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await press(key);
      }
      throw new Error(`${key} does not lead to ${String(target)}`);
    },
    async type(text) {
      await page.keyboard.type(text);
      await seen(page, text);
    },
  };
}

/** Waits until the element has the keyboard. */
export const has = async (target: Locator): Promise<void> => {
  // what is drawn by something else, as the choices of a row are, is never visible itself
  await target.waitFor({ state: 'attached' });
  await expect
    .poll(() => target.evaluate((element) => element === document.activeElement), { message: String(target) })
    .toBe(true);
};

/** Waits until the row has the cursor. */
export const under = async (row: Locator): Promise<void> => {
  await expect.poll(() => row.getAttribute('data-active')).toBe('true');
};

/** Keys that may lead to another screen, where nothing has the focus yet. */
const LEAVING = new Set(['Enter', 'Space', 'Escape']);

/** What has the focus must look otherwise than without it. */
async function seen(page: Page, key: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(lookOfFocus), { message: `after ${key} it is seen where one is` })
    .toMatch(LEAVING.has(key) ? /^(?:seen|nothing)/u : /^seen/u);
}

/**
 * Runs in the page. The focused element and what stands around it are compared with a copy that has no focus: outline, shadow,
 * border or background must differ, on the element itself, on what it is drawn by (a switch's track), or on its frame.
 */
export function lookOfFocus(): string {
  // as it will stay: on the way from one colour to another everything looks different
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'nothing';
  // a menu that has just been opened shows by itself where one is, before an arrow chooses
  const isItem = /^(?:menuitem|option)/u.test(focused.getAttribute('role') ?? '');
  if (focused.closest('[role="menu"]') !== null && !isItem) return 'seen';
  const describe = `${focused.tagName.toLowerCase()} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? ''}`;
  const box = focused.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    return `off the screen: ${describe}`;
  const outer = focused.parentElement?.parentElement ?? focused.parentElement ?? focused;
  const near = [focused, focused.nextElementSibling, focused.previousElementSibling, focused.parentElement, outer];
  const copy = outer.cloneNode(true);
  if (!(copy instanceof Element)) return `not an element: ${describe}`;
  const all = [outer, ...outer.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  outer.after(copy);
  const look = (element: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
      getComputedStyle(element);
    const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
    return [outline, boxShadow, borderColor, backgroundColor].join('; ');
  };
  const differs = near.some((element) => {
    const twin = element === null ? undefined : copies[all.indexOf(element)];
    return element !== null && twin !== undefined && look(element) !== look(twin);
  });
  copy.remove();
  return differs ? 'seen' : `not seen: ${describe}`;
}
