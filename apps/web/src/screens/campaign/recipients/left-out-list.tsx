import type { Contract, Result } from '@goniec/contract';
import { List } from '@mantine/core';
import { formatCount } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';

export type Picked = Result<Contract['pickRecipients']>;

/** How many contacts were not taken into a campaign. */
export const leftOutOf = ({ leftOut }: Picked): number => leftOut.reduce((sum, { count }) => sum + count, 0);

/** Why they were not, and what to do about it. */
export function LeftOutList({ leftOut }: Pick<Picked, 'leftOut'>) {
  return (
    <List size="sm" spacing={4}>
      {leftOut.map(({ reason, count }) => (
        <List.Item key={reason.code}>
          {formatCount(count)} × {say(reason.sentence)} {reason.action ? say(reason.action) : null}
        </List.Item>
      ))}
    </List>
  );
}
