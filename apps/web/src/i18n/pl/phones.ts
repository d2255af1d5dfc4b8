export const phones = {
  title: 'Telefony testowe',
  hint: 'Tu trafiają SMS-y wysłane przez emulator: można je przeczytać, odpisać STOP, wyłączyć telefon. Strona emulatora otworzy się w nowej karcie na komputerze, na którym działa Goniec.',
  open: 'Otwórz telefony testowe',
  none: 'Telefony testowe są tylko w emulatorze',
  noneHint: 'Ta firma wysyła przez prawdziwą bramkę.',
} as const;
