import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SteadyButton } from '../../src/ui/steady-button.tsx';
import { mount } from './mount.tsx';

/** A form that can be saved once: then it works until it is told to stop, and has nothing left to save. */
function Form() {
  const [text, setText] = useState('');
  const [saves, setSaves] = useState(0);
  const [working, setWorking] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSaves(saves + 1);
        setWorking(true);
      }}
    >
      <input aria-label="Text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <SteadyButton type="submit" disabled={text === ''} loading={working}>
        Saved {saves}
      </SteadyButton>
      <button
        type="button"
        onClick={() => {
          setWorking(false);
          setText('');
        }}
      >
        Answer
      </button>
    </form>
  );
}

const save = () => page.getByRole('button', { name: /^Saved/u });

describe('a steady button', () => {
  it('is reached by keys though there is nothing to do, and does nothing', async () => {
    await mount(<Form />);
    await expect.element(save()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Tab}{Enter}{Tab}');
    await expect.element(save()).toHaveFocus();
    await userEvent.keyboard('{Enter} ');
    await expect.element(save()).toHaveTextContent('Saved 0');
  });

  it('keeps the keyboard while it works and after it, and works once', async () => {
    await mount(<Form />);
    await userEvent.keyboard('{Tab}x{Tab}');
    await expect.element(save()).not.toHaveAttribute('aria-disabled');
    await userEvent.keyboard('{Enter}');
    await expect.element(save()).toHaveAttribute('data-loading', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(save()).toHaveTextContent('Saved 1');
    await expect.element(save()).toHaveFocus();
    // clicked by script, as an answer comes: a pointer would take the keyboard along
    page
      .getByRole('button', { name: 'Answer' })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(save()).toHaveAttribute('data-disabled', 'true');
    await expect.element(save()).toHaveFocus();
  });

  it('submits by Enter in a field of its form, but not twice', async () => {
    await mount(<Form />);
    await userEvent.keyboard('{Tab}x{Enter}{Enter}');
    await expect.element(save()).toHaveTextContent('Saved 1');
  });
});
