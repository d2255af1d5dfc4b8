import { Anchor, Badge, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import type { ImportView } from './import-query.ts';
import type { TaskView } from './progress/use-import-tasks.ts';
import { UndoImport } from './undo/undo-import.tsx';

const AT_ONCE = 20;

const NUMBERS = [
  ['rows', ({ rows }: ImportView['summary']) => rows],
  ['created', ({ create }: ImportView['summary']) => create],
  ['updated', ({ update }: ImportView['summary']) => update],
  ['rejected', ({ rejected }: ImportView['summary']) => rejected],
] as const;

interface EarlierImportsProps {
  readonly companyId: string;
  readonly tasks: readonly TaskView[];
}

export function EarlierImports({ companyId, tasks }: EarlierImportsProps) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['imports', companyId, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.listImports(
        { params: { companyId }, query: { limit: AT_ONCE, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  /** The same numbers, those that are not zero, where there is no room for columns. */
  const inWords = (summary: ImportView['summary']) =>
    NUMBERS.filter(([, of]) => of(summary) > 0)
      .map(([name, of]) => `${t(`imports.earlier.${name}`).toLocaleLowerCase()} ${formatCount(of(summary))}`)
      .join(', ');
  const items = newestReadings(data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <Stack gap="xs">
      <Title order={2} fz="md">
        {t('imports.earlier.title')}
      </Title>
      {error && !data ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={120} />
      ) : items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('imports.earlier.empty')}
        </Text>
      ) : (
        <Paper withBorder>
          <Table fz="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.earlier.file')}</Table.Th>
                <Table.Th visibleFrom="md">{t('imports.earlier.at')}</Table.Th>
                {NUMBERS.map(([name]) => (
                  <Table.Th key={name} ta="right" visibleFrom="md">
                    {t(`imports.earlier.${name}`)}
                  </Table.Th>
                ))}
                <Table.Th visibleFrom="md">{t('imports.earlier.state')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, fileName, createdAt, state, summary, actions }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor
                      size="xs"
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/firma/$companyId/kontrahenci/import"
                          params={{ companyId }}
                          search={{ id }}
                        />
                      )}
                    >
                      {fileName}
                    </Anchor>
                    <Text size="xs" c="dimmed" hiddenFrom="md">
                      {t(`imports.state.${state}`)} · {formatTime(createdAt)} · {inWords(summary)}
                    </Text>
                  </Table.Td>
                  <Table.Td visibleFrom="md">{formatTime(createdAt)}</Table.Td>
                  {NUMBERS.map(([name, of]) => (
                    <Table.Td key={name} ta="right" visibleFrom="md">
                      {formatCount(of(summary))}
                    </Table.Td>
                  ))}
                  <Table.Td visibleFrom="md">
                    <Badge color={state === 'applied' ? 'teal' : 'gray'}>{t(`imports.state.${state}`)}</Badge>
                  </Table.Td>
                  <Table.Td ta="right">
                    {actions.includes('undo') ? (
                      <UndoImport
                        inList
                        companyId={companyId}
                        importId={id}
                        task={tasks.find(({ importId }) => importId === id)}
                      />
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {hasNextPage ? (
        <div>
          <SteadyButton variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('imports.earlier.more')}
          </SteadyButton>
        </div>
      ) : null}
    </Stack>
  );
}

/** Of a file that was read several ways before it was written, or not yet, only the last way is worth a line. */
function newestReadings(items: readonly ImportView[]): readonly ImportView[] {
  return items.filter(
    ({ state, fileName }, index) =>
      state !== 'checked' || !items.slice(0, index).some((newer) => newer.fileName === fileName),
  );
}
