import type { Reason } from '@goniec/contract';
import { say } from './describe-error.ts';

/** What is so and what to do about it, in one line. */
export const sayReason = ({ sentence, action }: Reason): string =>
  action ? `${say(sentence)} ${say(action)}` : say(sentence);

/** Reasons one a line; null when there are none. */
export const sayReasons = (reasons: readonly Reason[]): string | null =>
  reasons.length === 0 ? null : reasons.map(sayReason).join('\n');
