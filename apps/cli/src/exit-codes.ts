/** How a command ends. Scripts may rely on these numbers; `goniec --help` shows them. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  notAllowed: 4,
  incomplete: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeMeanings: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.done, 'zrobione'],
  [exitCodes.refused, 'odmowa albo błąd; powód i co zrobić są na wyjściu błędów'],
  [exitCodes.usage, 'źle zapisane polecenie'],
  [exitCodes.unreachable, 'serwer nie działa albo nie odpowiada'],
  [exitCodes.notAllowed, 'brak klucza, klucz nieważny albo brak uprawnień'],
  [
    exitCodes.incomplete,
    'zrobione częściowo: wysyłka wstrzymana, anulowana albo z niedoręczonymi, rozbieżność sum, odrzucone wiersze (--strict)',
  ],
  [exitCodes.interrupted, 'przerwane przez Ctrl+C'],
];

/** What a problem of the API means for the one who started the command. */
export function exitCodeOf(status: number): ExitCode {
  return status === 401 || status === 403 ? exitCodes.notAllowed : exitCodes.refused;
}
