import type { Page } from '@playwright/test';
import { english, filled, polish, textsOf } from './words.ts';

/**
 * What is still Polish on a screen that should be English, whoever wrote it: sentences of our own language files, and whatever
 * has a Polish letter, for the sentences of the server. What a person typed in is not in the question.
 */
export async function polishLeft(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOnScreen);
  return texts.filter((text) => /[ąćęłńóśźż]/iu.test(text) || isOurPolish(text));
}

const patternsOf = (words: object, other: ReadonlyMap<string, string>): readonly RegExp[] =>
  [
    ...new Set(
      [...textsOf(words)]
        // a text with nothing but gaps says nothing in any language
        .filter(([key, text]) => other.get(key) !== text && /\p{L}{3}/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')))
        .map(([, text]) => text),
    ),
  ].map(filled);

const polishPatterns = patternsOf(polish, textsOf(english));
const englishPatterns = patternsOf(english, new Map());

const isOurPolish = (text: string): boolean =>
  polishPatterns.some((pattern) => pattern.test(text)) && !englishPatterns.some((pattern) => pattern.test(text));

/** Runs in the page: every text that is shown or read out, a text node or an attribute of its own. */
function textsOnScreen(): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (
      parentElement !== null &&
      !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parentElement.tagName) &&
      parentElement.closest('[lang="pl"]:not(html)') === null
    )
      found.add((nodeValue ?? '').trim());
  }
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
      found.add(element.getAttribute(name)?.trim() ?? '');
  found.add(document.title);
  return [...found].filter((text) => text !== '');
}
