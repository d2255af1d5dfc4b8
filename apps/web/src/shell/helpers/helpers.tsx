import { useEffect } from 'react';
import { addPolish } from '../../i18n/add-polish.ts';
import { helpers } from '../../i18n/pl/helpers.ts';
import { repeatCall } from './call-helper.ts';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

addPolish({ helpers });

/** Command palette and shortcut sheet: at hand on every screen, seen on none until called. */
export function Helpers() {
  useEffect(repeatCall, []);
  return (
    <>
      <Palette />
      <ShortcutSheet />
    </>
  );
}
