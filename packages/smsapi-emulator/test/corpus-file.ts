/**
 * Reads `corpus/*.http`: requests of the vendor's clients with the answers that are expected, in the notation that
 * editors know for HTTP requests.
 *
 *     # a remark
 *     @ Header: of every request of this file
 *
 *     ### a name
 *     POST /sms.do HTTP/1.1
 *     Content-Type: application/json
 *
 *     {"to":"48500100200","message":"a"}
 *     => 200
 *     {"count":1,"list":[{"id":"<first>"}]}
 *
 * `<first>` fits any text or number and remembers it; `{{first}}` in a later request, in the same file, is that value.
 * Content-Length is put in when it is sent. Lines of heads and of multipart bodies end in CRLF on the wire, in the file
 * in LF; all other bodies are taken as they stand.
 */
export interface CorpusEntry {
  readonly name: string;
  readonly requestLine: string;
  readonly headers: readonly string[];
  readonly body: string;
  readonly status: number;
  /** What the JSON body must hold at least; a text when the body is none; null when there is nothing to read. */
  readonly answer: unknown;
}

const parseAnswer = (text: string): unknown => {
  if (text === '') return null;
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
};

const parseEntry = (section: string, common: readonly string[]): CorpusEntry => {
  const [, name = '', request = '', status = '', answer = ''] =
    /^(.*)\n([\s\S]*)\n=> (\d+)\n?([\s\S]*)$/.exec(section) ?? [];
  if (name === '') throw new Error(`This is no corpus entry: ${section}`);
  const blank = request.indexOf('\n\n');
  const head = blank < 0 ? request : request.slice(0, blank);
  const [requestLine = '', ...own] = head.split('\n');
  return {
    name,
    requestLine,
    headers: [...common, ...own],
    body: blank < 0 ? '' : request.slice(blank + 2),
    status: Number(status),
    answer: parseAnswer(answer.trim()),
  };
};

export const parseCorpus = (source: string): readonly CorpusEntry[] => {
  const [preamble = '', ...sections] = source.split(/^### /m);
  const common = preamble.split('\n').flatMap((line) => (line.startsWith('@ ') ? [line.slice(2)] : []));
  return sections.map((section) => parseEntry(section, common));
};

/** The bytes of a request, with the remembered values and the place it goes to put in. */
export const bytesOf = (entry: CorpusEntry, values: ReadonlyMap<string, string>): Buffer => {
  const fill = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`Nothing was remembered as ${name} before "${entry.name}"`);
      return value;
    });
  const isMultipart = entry.headers.some((header) => /^content-type: multipart/i.test(header));
  const text = fill(entry.body);
  const body = Buffer.from(isMultipart ? text.replaceAll('\n', '\r\n') : text);
  const length = body.length > 0 ? [`Content-Length: ${body.length}`] : [];
  return Buffer.concat([
    Buffer.from([fill(entry.requestLine), ...entry.headers.map(fill), ...length, '', ''].join('\r\n')),
    body,
  ]);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What of `actual` is spoken of in `expected`, with `<name>` in place of the values it fits, which are put into `values`:
 * equal to `expected` when the answer is right, and a readable difference when it is not.
 */
export const project = (expected: unknown, actual: unknown, values: Map<string, string>): unknown => {
  const name = typeof expected === 'string' ? /^<(\w+)>$/.exec(expected)?.[1] : undefined;
  if (name !== undefined) {
    const isValue = (typeof actual === 'string' && actual !== '') || typeof actual === 'number';
    if (isValue) values.set(name, String(actual));
    return isValue ? expected : actual;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item: unknown, index) => project(expected[index], item, values));
  }
  if (!isRecord(expected) || !isRecord(actual)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, project(expected[key], actual[key], values)]));
};
