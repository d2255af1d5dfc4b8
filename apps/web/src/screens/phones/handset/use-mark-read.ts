import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import { api } from '../../../api/client.ts';

/** What is on an open screen that somebody sees has been read. A failure shows itself: the number stays. */
export function useMarkRead(companyId: string, phone: string, unread: number): void {
  const client = useQueryClient();
  const isSeen = useDocumentVisibility() === 'visible';
  const { mutate } = useMutation({
    mutationFn: (read: string) => api.markHandsetRead({ params: { companyId, phone: read } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['phones', companyId, 'list'] }),
  });
  useEffect(() => {
    if (isSeen && unread > 0) mutate(phone);
  }, [isSeen, mutate, phone, unread]);
}
