import type { Message } from '../state/store.ts';

/** Messages to one number that mean the same: somebody was sent something twice. */
export interface Duplicate {
  readonly number: string;
  /** `idx`: the very same reference. `text`: the same text from the same sender under other references. */
  readonly same: 'idx' | 'text';
  /** The reference they share; null when they share only the text. */
  readonly idx: string | null;
  readonly from: string;
  readonly text: string;
  /** Message ids, in order of acceptance. */
  readonly ids: readonly string[];
  /** How many of them reached the handset so far. */
  readonly received: number;
}

const groupsBy = (
  messages: readonly Message[],
  keyOf: (message: Message) => string | null,
): readonly (readonly [Message, ...Message[]])[] => {
  const groups = new Map<string, [Message, ...Message[]]>();
  for (const message of messages) {
    const key = keyOf(message);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [message]);
    else group.push(message);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

const duplicate = (group: readonly [Message, ...Message[]], same: Duplicate['same']): Duplicate => {
  const [{ number, idx, from, text }] = group;
  return {
    number,
    same,
    idx: same === 'idx' ? idx : null,
    from,
    text,
    ids: group.map(({ id }) => id),
    received: group.filter(({ landedAt }) => landedAt !== null).length,
  };
};

/** Those of one number; what shares an idx is told once, by its idx. */
export const duplicatesAmong = (messages: readonly Message[]): readonly Duplicate[] => {
  if (messages.length < 2) return [];
  const byIdx = groupsBy(messages, ({ idx }) => idx);
  const byText = groupsBy(messages, ({ from, text }) => `${from}\n${text}`).filter(
    ([first, ...others]) => first.idx === null || others.some(({ idx }) => idx !== first.idx),
  );
  return [...byIdx.map((group) => duplicate(group, 'idx')), ...byText.map((group) => duplicate(group, 'text'))];
};
