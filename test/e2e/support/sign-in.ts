/** Uses a one-time link up, as its button does, and gives the cookie of the session. */
export async function signIn(url: string, link: string): Promise<string> {
  const token = new URL(link).searchParams.get('token');
  const answer = await fetch(new URL('/api/v1/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  const value = /^goniec_session=([^;]+)/u.exec(cookie)?.[1];
  if (value === undefined) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  return value;
}
