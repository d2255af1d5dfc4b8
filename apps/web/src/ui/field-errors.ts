import { ProblemError } from '@goniec/contract/browser';
import { say } from './describe-error.ts';

/**
 * The faults of single fields by the names of a form's fields; null when the problem is not about fields.
 * `names` renames those a form calls differently from the API.
 */
export function fieldErrors(
  error: Error,
  names: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | null {
  if (!(error instanceof ProblemError)) return null;
  const found = (error.problem.errors ?? []).flatMap(({ pointer, detail, sentence }) => {
    const name = pointer.replace(/^\/body\//, '').replaceAll('/', '.');
    return pointer.startsWith('/body/') ? [[names[name] ?? name, sentence ? say(sentence) : detail] as const] : [];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
