import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useId, type ComponentProps, type Ref } from 'react';

interface BarrableButtonProps extends ButtonProps, Omit<ComponentProps<'button'>, keyof ButtonProps | 'ref'> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** Why it cannot be pressed now, one sentence a line; null when it can. */
  readonly barred: string | null;
}

/**
 * A button that says why it does nothing. A dead one could not be reached; this one keeps its place in the order of keys, tells the
 * reason to a pointer, a finger and the keyboard, and has it as its description. While it works it keeps the keyboard, too.
 */
export function BarrableButton({ barred, onClick, ref, loading = false, ...rest }: BarrableButtonProps) {
  const reasonId = useId();
  const isBarred = barred !== null;
  return (
    <>
      <Tooltip
        label={barred ?? ''}
        disabled={!isBarred}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        maw={320}
        fz="xs"
        styles={{ tooltip: { whiteSpace: 'pre-line' } }}
      >
        <Button
          {...rest}
          ref={ref}
          loading={loading}
          data-disabled={isBarred || undefined}
          aria-disabled={isBarred || loading || undefined}
          aria-describedby={isBarred ? reasonId : undefined}
          onClick={(event) => (isBarred || loading ? event.preventDefault() : onClick?.(event))}
          renderRoot={(props) => <button type="button" {...props} disabled={false} />}
        />
      </Tooltip>
      {isBarred ? <VisuallyHidden id={reasonId}>{barred}</VisuallyHidden> : null}
    </>
  );
}
