/** What the first lines of the program speak of. */
export interface Started {
  readonly url: string;
  readonly token: string;
  readonly profile: string;
  readonly points: number;
}

/** A shell takes it as one word: POSIX in single quotes, Windows in double ones. */
const quoted = (word: string, platform: NodeJS.Platform): string => (platform === 'win32' ? `"${word}"` : `'${word}'`);

/** What is said once it listens: where it is, how to get in, and a line to try at once. */
export const welcome = ({ url, token, profile, points }: Started, platform: NodeJS.Platform): string => {
  const bearer = quoted(`Authorization: Bearer ${token}`, platform);
  return `SMSAPI emulator listens on ${url} (profile ${profile}, ${points} points). No message leaves this machine.

  Base address    ${url}   in place of https://api.smsapi.pl
  Bearer token    ${token}
  Phones, faults  ${url}/_emulator/
  OpenAPI         ${url}/_emulator/openapi.json

  Try it:  curl -H ${bearer} ${url}/sms.do -d format=json -d to=500100200 -d message=Hello

Stop it with Ctrl+C.
`;
};
