import { useState, type ComponentProps } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { polish } from '../../../../test/e2e/support/words.ts';
import { EditorPane } from '../../src/screens/campaign/editor/editor-pane.tsx';
import { mount } from './mount.tsx';

const { editor } = polish.campaigns;

/** The editor of the send window, with the text where the window has it; no server. */
function Editor({ text = '', quote, addressee = null }: EditorProps) {
  const [draft, setDraft] = useState({ subject: '', body: text, withoutPolish: false });
  return (
    <EditorPane
      text={draft}
      onChange={(patch) => setDraft((now) => ({ ...now, ...patch }))}
      focusText={false}
      quote={quote}
      sender="ZRODLO"
      addressee={addressee}
    />
  );
}

interface EditorProps extends Partial<Pick<ComponentProps<typeof EditorPane>, 'quote' | 'addressee'>> {
  readonly text?: string;
}

const field = () => page.getByRole('textbox', { name: editor.body });
/** What the counter says, with spaces as people see them. */
const said = () =>
  document
    .querySelector(`[id="${field().element().getAttribute('aria-describedby')}"]`)
    ?.textContent.replaceAll(/\s/gu, ' ');
const marked = () => [...document.querySelectorAll('mark')].map((each) => each.textContent);

const says = (parts: string, encoding: keyof typeof editor.encoding, units: string, limit: string, left: string) =>
  `${parts}${editor.encoding[encoding]}${units} z ${limit} · zostało ${left}`;

describe('the counter', () => {
  it.each([
    ['nothing', '', '0 części', 'gsm7', '0', '1 120', '1 120'],
    ['GSM letters one by one', 'Dzien dobry', '1 część', 'gsm7', '11', '1 120', '1 109'],
    ['€ as two', 'Za 5 €', '1 część', 'gsm7', '7', '1 120', '1 113'],
    ['a full first part', 'a'.repeat(160), '1 część', 'gsm7', '160', '1 120', '960'],
    ['one more as two parts', 'a'.repeat(161), '2 części', 'gsm7', '161', '1 120', '959'],
    ['a Polish letter as Unicode', 'Dzień', '1 część', 'ucs2', '5', '490', '485'],
    ['a full Unicode part', 'ą'.repeat(70), '1 część', 'ucs2', '70', '490', '420'],
    ['one more as two Unicode parts', 'ą'.repeat(71), '2 części', 'ucs2', '71', '490', '419'],
    ['an emoji as two', 'Hej 🎉', '1 część', 'ucs2', '6', '490', '484'],
    ['the very limit of GSM, which is billed as eight', 'a'.repeat(1_120), '8 części', 'gsm7', '1 120', '1 120', '0'],
    ['the very limit of Unicode, which is billed as eight', 'ą'.repeat(490), '8 części', 'ucs2', '490', '490', '0'],
  ] as const)('counts %s', async (_what, text, parts, encoding, units, limit, left) => {
    await mount(<Editor text={text} />);
    await expect.poll(said).toBe(says(parts, encoding, units, limit, left));
  });

  it.each([
    ['GSM', 'a'.repeat(1_121), '1', '1 120'],
    ['Unicode', 'ą'.repeat(492), '2', '490'],
  ])('says by how much a %s text is too long', async (_encoding, text, over, limit) => {
    await mount(<Editor text={text} />);
    await expect.poll(said).toContain(`o ${over} (limit ${limit})`);
  });

  it('follows every key, and turns to Unicode and back with one letter', async () => {
    await mount(<Editor />);
    await userEvent.type(field(), 'Kos');
    await expect.poll(said).toBe(says('1 część', 'gsm7', '3', '1 120', '1 117'));
    await userEvent.type(field(), 'ć');
    await expect.poll(said).toBe(says('1 część', 'ucs2', '4', '490', '486'));
    await userEvent.type(field(), '{Backspace}');
    await expect.poll(said).toBe(says('1 część', 'gsm7', '3', '1 120', '1 117'));
  });
});

describe('the characters that make it dearer', () => {
  it('are marked where they stand, each one, and nothing else is', async () => {
    await mount(<Editor text="Zażółć – 5 € 🎉" />);
    await expect.poll(marked).toEqual(['ż', 'ó', 'ł', 'ć', '–', '🎉']);
  });

  it('are marked exactly behind their letters, on every line', async () => {
    await mount(<Editor text={'Długi tekst z ogonkami: zażółć gęślą jaźń. '.repeat(6)} />);
    const text = field().element();
    await expect.poll(() => marked().length).toBeGreaterThan(20);
    const backdrop = document.querySelector('[aria-hidden] > mark')?.parentElement;
    if (!(text instanceof HTMLElement) || !backdrop) throw new Error('no backdrop');
    const placeOf = (element: HTMLElement) => {
      const { font, letterSpacing, lineHeight, paddingLeft, paddingTop, whiteSpace } = getComputedStyle(element);
      return { font, letterSpacing, lineHeight, paddingLeft, paddingTop, whiteSpace, width: element.clientWidth };
    };
    expect(placeOf(backdrop)).toEqual(placeOf(text));
  });

  it('are replaced everywhere by one click, and the SMS is cheaper at once', async () => {
    await mount(<Editor text={'łódka '.repeat(15).trim()} />);
    await expect.poll(said).toBe(says('2 części', 'ucs2', '89', '490', '401'));
    await page.getByRole('button', { name: /ł.*l/u }).click();
    await page.getByRole('button', { name: /ó.*o/u }).click();
    await expect.poll(said).toBe(says('1 część', 'gsm7', '89', '1 120', '1 031'));
    expect(field().element()).toHaveValue('lodka '.repeat(15).trim());
    expect(marked()).toEqual([]);
  });

  it('are replaced by keyboard too; those without a replacement are taken out', async () => {
    await mount(<Editor text="ą 🎉" />);
    await userEvent.click(field());
    // past *Bez polskich*
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(field().element()).toHaveValue('a 🎉');
    await expect.poll(() => page.getByTitle(editor.noReplacement).elements().length).toBe(1);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field().element()).toHaveValue('a ');
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it('are told with Bez polskich too, those that it cannot replace', async () => {
    await mount(<Editor text="Zażółć 🎉" />);
    await page.getByRole('switch').click();
    await expect.poll(marked).toEqual(['🎉']);
    await page.getByRole('button', { name: editor.remove.replace('{{character}}', '🎉') }).click();
    await expect.poll(said).toBe(says('1 część', 'gsm7', '7', '1 120', '1 113'));
  });
});

describe('Bez polskich', () => {
  const saidBelow = () =>
    document.querySelector('.mantine-Switch-description')?.textContent.replaceAll(/\s/gu, ' ').trim();
  const toggle = () => page.getByRole('switch').click();
  const priced = {
    body: '',
    parts: 1,
    saves: 681_000,
    savedParts: 454,
    savedValue: 681_000,
  };

  it.each([
    ['nothing is written yet', '', polish.campaign.saving.hint],
    ['the text is plain', 'Dzien dobry', polish.campaign.saving.nothing],
    ['the number of parts stays', 'Dzień dobry', 'Polskie litery wyjdą jako zwykłe; cena ta sama, 1 część.'],
    ['parts go away', 'ą'.repeat(71), 'Każdy SMS: 1 część zamiast 2 części.'],
  ])('says what it does where %s', async (_when, text, sentence) => {
    await mount(<Editor text={text} />);
    await expect.poll(saidBelow).toBe(sentence);
  });

  it('names parts and amount for the chosen recipients, before and after it is switched on', async () => {
    const quote = { withoutPolish: priced } as NonNullable<EditorProps['quote']>;
    await mount(<Editor text={'ą'.repeat(71)} quote={quote} />);
    await expect.poll(saidBelow).toBe('Każdy SMS: 1 część zamiast 2 części. Oszczędzisz 454 części · 68,10 zł.');
    await toggle();
    await expect.poll(saidBelow).toContain('Oszczędzasz 454 części · 68,10 zł.');
    await expect.poll(said).toBe(says('1 część', 'gsm7', '71', '1 120', '1 049'));
    expect(marked()).toEqual([]);
  });
});

describe('the preview', () => {
  const phone = () => page.getByRole('figure', { name: editor.preview }).element().textContent;

  it('shows whose phone it is, the sender and the exact text with the borders of its parts', async () => {
    await mount(
      <Editor text={'ą'.repeat(80)} addressee={{ name: 'Gmina Żółw', phone: '+48501234567', obstacle: null }} />,
    );
    await expect.poll(phone).toContain('do: Gmina Żółw');
    await expect.poll(phone).toContain('+48 501 234 567');
    await expect.poll(phone).toContain('ZRODLO');
    const parts = [...document.querySelectorAll('figure [title^="Część"]')].map((part) => part.textContent.length);
    expect(parts).toEqual([67, 13]);
    await page.getByRole('switch').click();
    await expect.poll(phone).toContain('a'.repeat(80));
  });

  it('of somebody who gets nothing says so, with the reason', async () => {
    await mount(<Editor text="Dzien dobry" addressee={{ name: 'A', phone: null, obstacle: 'Brak zgody na SMS.' }} />);
    await expect.poll(phone).toContain('Nie dostanie SMS-a: Brak zgody na SMS.');
    expect(phone()).not.toContain('Dzien dobry');
  });
});
