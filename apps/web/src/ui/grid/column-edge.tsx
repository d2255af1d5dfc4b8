import { useRef, type PointerEvent } from 'react';
import css from './grid.module.css';

interface ColumnEdgeProps {
  /** The width the column has now, in pixels, or null for its own one again. */
  readonly onWidth: (width: number | null) => void;
}

/** The right edge of a column's head: drawn with the mouse, a double click gives the column its own width again. */
export function ColumnEdge({ onWidth }: ColumnEdgeProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    from.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const move = ({ clientX }: PointerEvent) => {
    if (from.current) onWidth(from.current.width + clientX - from.current.x);
  };
  return (
    <span
      aria-hidden
      className={css['edge']}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => (from.current = null)}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
