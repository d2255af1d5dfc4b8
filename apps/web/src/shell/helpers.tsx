import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** Command palette and shortcut sheet: at hand on every screen, seen on none until called. */
export function Helpers() {
  return (
    <>
      <Palette />
      <ShortcutSheet />
    </>
  );
}
