import { Anchor, Badge, Button, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import type { TaskView } from './progress/use-import-tasks.ts';
import { UndoImport } from './undo/undo-import.tsx';

const AT_ONCE = 20;

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
  const items = data?.pages.flatMap((page) => page.items) ?? [];
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
          <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table fz="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('imports.earlier.file')}</Table.Th>
                  <Table.Th>{t('imports.earlier.at')}</Table.Th>
                  {(['rows', 'created', 'updated', 'rejected'] as const).map((name) => (
                    <Table.Th key={name} ta="right">
                      {t(`imports.earlier.${name}`)}
                    </Table.Th>
                  ))}
                  <Table.Th>{t('imports.earlier.state')}</Table.Th>
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
                    </Table.Td>
                    <Table.Td>{formatTime(createdAt)}</Table.Td>
                    {[summary.rows, summary.create, summary.update, summary.rejected].map((count, index) => (
                      // oxlint-disable-next-line react/no-array-index-key -- four numbers in their order
                      <Table.Td key={index} ta="right">
                        {formatCount(count)}
                      </Table.Td>
                    ))}
                    <Table.Td>
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
          </Table.ScrollContainer>
        </Paper>
      )}
      {hasNextPage ? (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('imports.earlier.more')}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
