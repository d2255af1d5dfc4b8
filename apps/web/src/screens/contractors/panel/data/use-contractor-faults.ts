import { ProblemError } from '@goniec/contract/browser';
import { useCallback } from 'react';
import { describeError } from '../../../../ui/describe-error.ts';
import { fieldErrors } from '../../../../ui/field-errors.ts';
import { notifyError } from '../../../../ui/notify.ts';
import { useFirstFault } from '../../../../ui/use-first-fault.ts';

/**
 * What becomes of a contractor that cannot be saved: every fault the API found is put at its field, what is about no field is told
 * apart.
 */
export function useContractorFaults(setErrors: (errors: Readonly<Record<string, string>>) => void) {
  const { box, focusFault } = useFirstFault();
  const onError = useCallback(
    (error: Error) => {
      const faults = faultsOf(error);
      if (faults) {
        setErrors(faults);
        focusFault(faults);
      } else notifyError(error);
    },
    [setErrors, focusFault],
  );
  return { box, onError, onInvalid: focusFault };
}

/** A code that another contractor has is a conflict, not a fault of the text, and yet it belongs to its field. */
function faultsOf(error: Error): Readonly<Record<string, string>> | null {
  if (error instanceof ProblemError && error.problem.code === 'contractor_code_taken') {
    const { title, hint } = describeError(error);
    return { code: [title, hint].filter(Boolean).join(' ') };
  }
  return fieldErrors(error, { 'contacts.0.phone': 'contactPhone', 'contacts.0.name': 'contactName' });
}
