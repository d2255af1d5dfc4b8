import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { SteadyButton, type SteadyButtonProps } from './steady-button.tsx';

interface BarrableButtonProps extends Omit<SteadyButtonProps, 'disabled'> {
  /** Why it cannot be pressed now, one sentence a line; null when it can. */
  readonly barred: string | null;
}

/** A button that says why it does nothing: to a pointer, to a finger, to the keyboard, and as its description. */
export function BarrableButton({ barred, ...rest }: BarrableButtonProps) {
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
        <SteadyButton {...rest} disabled={isBarred} aria-describedby={isBarred ? reasonId : undefined} />
      </Tooltip>
      {isBarred ? <VisuallyHidden id={reasonId}>{barred}</VisuallyHidden> : null}
    </>
  );
}
