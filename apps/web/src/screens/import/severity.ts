/** How much a remark weighs, the heaviest first. */
const SEVERITIES = ['rejected_row', 'rejected_value', 'warning', 'note'] as const;
type Severity = (typeof SEVERITIES)[number];

export const severityOf = (severity: string): Severity => SEVERITIES.find((known) => known === severity) ?? 'note';

export const SEVERITY_COLOR = {
  rejected_row: 'red',
  rejected_value: 'orange',
  warning: 'orange',
  note: 'gray',
} as const;

/** The heaviest of the remarks of a row; undefined when there are none. */
export function heaviest(remarks: readonly { readonly severity: string }[]): Severity | undefined {
  return SEVERITIES.find((each) => remarks.some(({ severity }) => severityOf(severity) === each));
}
