import { useQuery } from '@tanstack/react-query';
import { servicesQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { ErrorPanel, LoadingPanel } from '../../../ui/state-panels.tsx';
import { ServiceCard } from '../../settings/services/service-card.tsx';
import type { StepProps } from '../first-steps-screen.tsx';
import { StepFoot } from '../step-foot.tsx';

export function ServiceStep({ done }: StepProps) {
  const companyId = useCompanyId();
  const { data, error } = useQuery(servicesQuery(companyId));
  if (!data) return error ? <ErrorPanel error={error} /> : <LoadingPanel />;
  return (
    <>
      {data.items.map((service) => (
        <ServiceCard key={service.code} companyId={companyId} service={service} />
      ))}
      <StepFoot slug="usluga" done={done} />
    </>
  );
}
