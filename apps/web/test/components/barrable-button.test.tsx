import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BarrableButton } from '../../src/ui/barrable-button.tsx';
import { mount } from './mount.tsx';

function Counting({ barred }: { readonly barred: string | null }) {
  const [times, setTimes] = useState(0);
  return (
    <BarrableButton barred={barred} onClick={() => setTimes(times + 1)}>
      Pressed {times}
    </BarrableButton>
  );
}

describe('a button that may be barred', () => {
  it('keeps its place in the order of keys, says why to the keyboard, and does nothing', async () => {
    await mount(<Counting barred="Wysyłka nie ma treści." />);
    await userEvent.keyboard('{Tab}');
    const button = page.getByRole('button', { name: 'Pressed 0' });
    await expect.element(button).toHaveFocus();
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription('Wysyłka nie ma treści.');
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Wysyłka nie ma treści.');
    await userEvent.keyboard('{Enter}');
    await expect.element(button).toBeVisible();
  });

  it('is an ordinary one without a reason', async () => {
    await mount(<Counting barred={null} />);
    const button = page.getByRole('button');
    await expect.element(button).not.toHaveAttribute('aria-disabled');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(button).toHaveTextContent('Pressed 1');
  });
});
