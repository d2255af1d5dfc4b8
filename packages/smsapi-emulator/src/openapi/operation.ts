import type { Confidence, Schema } from './schema.ts';

/** Encodings of a request body. */
export type Encoding = 'form' | 'json' | 'multipart' | 'csv';

/** What the document says of one route, apart from its path, method and access, which the route itself knows. */
export interface Operation {
  readonly confidence: Confidence;
  readonly summary: string;
  /** More than one sentence's worth; Markdown. */
  readonly note?: string;
  /** Parameters: in the query of a GET, HEAD or DELETE, in the body of a POST or PUT. */
  readonly fields?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly encodings?: readonly Encoding[];
  /** Answers by status, without the refusals that all routes of the same access share; null has no body. */
  readonly answers: Readonly<Record<number, Schema | null | TextAnswer>>;
}

/** An answer that is not JSON. */
export interface TextAnswer {
  readonly mediaType: string;
}

export const isText = (answer: Schema | TextAnswer): answer is TextAnswer => 'mediaType' in answer;

/** By `METHOD /path` with the path as the route has it (`/callbacks/:id`). */
export type Operations = Readonly<Record<string, Operation>>;

type Details = Omit<Operation, 'confidence' | 'summary' | 'answers'>;

export const op = (
  confidence: Confidence,
  summary: string,
  answers: Operation['answers'],
  details: Details = {},
): Operation => ({ confidence, summary, answers, ...details });

/** One description for two methods of the same path, as the legacy endpoints take GET and POST alike. */
export const both = (path: string, operation: Operation): Operations => ({
  [`GET ${path}`]: operation,
  [`POST ${path}`]: operation,
});

export const NO_CONTENT: Operation['answers'] = { 204: null };
