import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps, Ref } from 'react';

export interface SteadyButtonProps extends ButtonProps, Omit<ComponentProps<'button'>, keyof ButtonProps | 'ref'> {
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A button that keeps the keyboard while it works and while there is nothing for it to do. The browser takes the focus from a dead
 * one and gives it to the page as a whole, so whoever saved by Enter would start from the top; this one only does nothing.
 */
export function SteadyButton({ disabled = false, loading = false, onClick, ...rest }: SteadyButtonProps) {
  const rests = disabled || loading;
  return (
    <Button
      {...rest}
      loading={loading}
      data-disabled={disabled || undefined}
      aria-disabled={rests || undefined}
      // a submit button is also pressed by Enter in a field of its form
      onClick={(event) => (rests ? event.preventDefault() : onClick?.(event))}
      renderRoot={(props) => <button type="button" {...props} disabled={false} />}
    />
  );
}
