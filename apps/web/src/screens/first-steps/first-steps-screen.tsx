import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconMapPinOff } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { firstStepsQuery } from '../../api/queries.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import './first-steps-words.ts';
import { END, readSlug, STEPS, type FirstStepsView, type Step } from './step-list.ts';
import { StepsFrame } from './steps-frame.tsx';
import { CompanyStep } from './steps/company-step.tsx';
import { EndStep } from './steps/end-step.tsx';
import { GatewayStep } from './steps/gateway-step.tsx';
import { ImportStep } from './steps/import-step.tsx';
import { SenderStep } from './steps/sender-step.tsx';
import { ServiceStep } from './steps/service-step.tsx';
import { TokenStep } from './steps/token-step.tsx';

export interface StepProps {
  readonly view: FirstStepsView;
  readonly done: boolean;
}

const SCREENS: Readonly<Record<Step, ComponentType<StepProps>>> = {
  company: CompanyStep,
  gateway: GatewayStep,
  token: TokenStep,
  sender: SenderStep,
  service: ServiceStep,
  import: ImportStep,
};

/** *Pierwsze kroki*: one step at its address. What is done is seen from what is set, so one may leave and come back at any moment. */
export function FirstStepsScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { krok } = useParams({ from: '/firma/$companyId/pierwsze-kroki/$krok' });
  const { data: view, error, refetch } = useQuery(firstStepsQuery(companyId));
  const slug = readSlug(krok);
  if (slug === null) return <StatePanel order={1} icon={IconMapPinOff} title={t('wizard.missingStep')} />;
  if (!view) return error ? <ErrorPanel page error={error} onRetry={() => void refetch()} /> : <LoadingPanel page />;
  const step = STEPS.find((each) => each.slug === slug)?.step;
  if (slug === END || step === undefined) {
    const [title, hint] = view.done
      ? [t('wizard.end.title'), t('wizard.end.hint')]
      : [t('wizard.end.almost'), t('wizard.end.almostHint')];
    return (
      <StepsFrame companyId={companyId} steps={view.steps} slug={END} title={title} hint={hint}>
        <EndStep view={view} />
      </StepsFrame>
    );
  }
  const Screen = SCREENS[step];
  const done = view.steps.some((each) => each.step === step && each.done);
  return (
    <StepsFrame
      companyId={companyId}
      steps={view.steps}
      slug={slug}
      title={t(`wizard.${step}.title`)}
      hint={t(`wizard.${step}.hint`)}
    >
      <Screen key={`${companyId}/${step}`} view={view} done={done} />
    </StepsFrame>
  );
}
