/**
 * The fields of a callback, in whatever form the HTTP server has them: a raw query string or form body (a leading `?`
 * is tolerated), a parsed `URL` query, or an object in which a repeated field may be an array.
 */
export type CallbackFields = string | URLSearchParams | Readonly<Record<string, unknown>>;

/** Looks a field up by its name, ignoring letter case: `MsgId` and `msgid` are the same. Absent is the empty string. */
export type FieldReader = (name: string) => string;

export function readFields(fields: CallbackFields): FieldReader {
  const values = new Map<string, string[]>();
  for (const [name, value] of entriesOf(fields)) {
    const key = name.toLowerCase().replace(/\[\d*\]$/, '');
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  // A repeated field is one list: MsgId=1&MsgId=2 says the same as MsgId=1,2
  return (name) => values.get(name.toLowerCase())?.join(',') ?? '';
}

function entriesOf(fields: CallbackFields): readonly (readonly [string, string])[] {
  if (typeof fields === 'string') return [...new URLSearchParams(fields)];
  if (fields instanceof URLSearchParams) return [...fields];
  return Object.entries(fields).flatMap(([name, value]) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all
      .filter((each) => typeof each === 'string' || typeof each === 'number')
      .map((each) => [name, `${each}`] as const);
  });
}

/** Unix seconds → moment; 0, empty and nonsense → null. */
export function readMoment(text: string): Date | null {
  if (!/^\d{1,11}$/.test(text) || Number(text) === 0) return null;
  return new Date(Number(text) * 1000);
}
