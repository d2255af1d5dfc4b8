import type { CallInput, Contract } from '@goniec/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useCounted } from '../../i18n/use-counted.ts';
import { say } from '../../ui/describe-error.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';

type Decision = CallInput<Contract['decideUncertain']>['body'];

/** Carries out a person's decision; what was barred is told with its reason. */
export function useDecide(companyId: string, onDone: () => void) {
  const { t } = useTranslation();
  const counted = useCounted();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Decision) => api.decideUncertain({ params: { companyId }, body }),
    onSuccess: ({ decided, barred }) => {
      const [first] = barred;
      notifyDone(
        [
          t('uncertain.decided', { messages: counted('messages', decided) }),
          ...(first
            ? [t('uncertain.barred', { messages: counted('messages', barred.length) }), say(first.reason.sentence)]
            : []),
        ].join(' '),
      );
      onDone();
    },
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['uncertain', companyId] }),
  });
}
