interface ContractorPanelProps {
  readonly companyId: string;
  /** Null for a contractor that is being added. */
  readonly contractorId: string | null;
  readonly onCreated: (contractorId: string) => void;
  readonly onDeleted: () => void;
}

export function ContractorPanel({ contractorId }: ContractorPanelProps) {
  return <p>{contractorId}</p>;
}
