import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { FIELDS } from '../columns/fields.ts';

const NAMED = [...FIELDS, 'groups', 'contact', 'consent'] as const;

/** The screen's name of a field of the directory; one it does not know is shown as it is. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    const known = NAMED.find((each) => each === field);
    return known === undefined ? field : t(`imports.field.${known}`);
  };
}

/** A value as people read it: numbers grouped, states of consent by their names. */
export function useFieldValue(): (field: string, value: string) => string {
  const { t } = useTranslation();
  return (field, value) => {
    if (field === 'consent' && (value === 'active' || value === 'withdrawn')) return t(`directory.consent.${value}`);
    return field === 'contact' ? formatPhone(value) : value;
  };
}
