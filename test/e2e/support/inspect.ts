import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe objects to on the page as it is, one line each. In the page itself: our screens have no frames, for which axe would
 * otherwise open a window of its own and take seven times as long.
 */
export async function objectionsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  return [...found, ...(await page.evaluate(namelessChoices))];
}

/** Runs in the page. Choices that do not say what is chosen, of which axe thinks nothing. */
function namelessChoices(): string[] {
  const nameOf = (group: Element): string => {
    const names = group.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = names.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return (named.trim() || group.getAttribute('aria-label')) ?? '';
  };
  const groups = [...document.querySelectorAll('[role="radiogroup"]')].filter((group) => nameOf(group) === '');
  return groups.map((group) => `radiogroup-name: ${group.textContent.slice(0, 60)}`);
}

/** Whether the page, or the screen in its frame, is wider than its place: then a person with a phone has to push it to and fro. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main > div')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ),
  );
}

/** For so long nothing may have changed on the screen. */
const QUIET_MS = 250;

/** Waits until the screen has what it asked for: nothing says that it is loading, nothing stands in for a row, nothing changes. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.evaluate(becomeQuiet, QUIET_MS);
}

/** Runs in the page. */
function becomeQuiet(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    let changedAt = performance.now();
    const observer = new MutationObserver(() => {
      changedAt = performance.now();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const timer = setInterval(() => {
      const isLoading = document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [data-loading]') !== null;
      if (isLoading || performance.now() - changedAt < quietMs) return;
      clearInterval(timer);
      observer.disconnect();
      resolve();
    }, 50);
  });
}
