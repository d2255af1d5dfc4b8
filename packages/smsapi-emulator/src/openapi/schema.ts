/** JSON Schema as OpenAPI 3.1 takes it; only what this document needs. */
export type Schema = Readonly<Record<string, unknown>>;

/** How sure a fact is: letters of the README's key, the strongest first (`A B`). */
export type Confidence = string;

/** A description and a confidence, for whatever they are said of. */
const said = (description: string, confidence: Confidence | undefined): Schema => ({
  ...(description === '' ? {} : { description }),
  ...(confidence === undefined ? {} : { 'x-confidence': confidence }),
});

const typed =
  (type: string | readonly string[]) =>
  (description = '', confidence?: Confidence): Schema => ({ type, ...said(description, confidence) });

export const text = typed('string');
export const whole = typed('integer');
export const decimal = typed('number');
export const flag = typed('boolean');
export const textOrNull = typed(['string', 'null']);
export const wholeOrNull = typed(['integer', 'null']);
/** Points come as a number or, by a switch, as a text. */
export const points = typed(['number', 'string']);

export const oneOf = (
  values: readonly (string | number | boolean | null)[],
  description = '',
  confidence?: string,
) => ({
  enum: values,
  ...said(description, confidence),
});

export const list = (items: Schema, description = ''): Schema => ({
  type: 'array',
  items,
  ...said(description, undefined),
});

export const record = (properties: Readonly<Record<string, Schema>>, required?: readonly string[]): Schema => ({
  type: 'object',
  properties,
  ...(required === undefined ? {} : { required }),
});

/** All of these are always there. */
export const full = (properties: Readonly<Record<string, Schema>>): Schema =>
  record(properties, Object.keys(properties));

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Lists of the REST endpoints. */
export const collectionOf = (name: string): Schema => full({ size: whole(), collection: list(ref(name)) });
