import { toGsm } from '@goniec/sms-text';
import { Stack, Switch } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, Result } from '@goniec/contract';
import css from '../campaign.module.css';
import type { Addressee } from '../use-addressee.ts';
import type { DraftText } from '../use-draft.ts';
import { Counter } from './counter.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { PolishMarks } from './polish-marks.tsx';
import { SavingLine } from './saving-line.tsx';
import { TextEditor } from './text-editor.tsx';

interface EditorPaneProps {
  readonly text: Pick<DraftText, 'body' | 'withoutPolish'>;
  readonly onChange: (patch: Partial<DraftText>) => void;
  readonly focusText: boolean;
  /** The price of what stands here; undefined while it is counted. */
  readonly quote: Result<Contract['quoteCampaign']> | undefined;
  readonly sender: string | null;
  readonly addressee: Addressee | null;
}

/** The text of a draft, what it costs, what makes it dearer, and how it will look. */
export function EditorPane(props: EditorPaneProps) {
  const { text, onChange, focusText, quote, sender, addressee } = props;
  const { t } = useTranslation();
  const counterId = useId();
  const { body, withoutPolish } = text;
  const sent = withoutPolish ? toGsm(body) : body;
  const dear = withoutPolish ? 'irreplaceable' : 'all';
  return (
    <section className={css['editor']} aria-label={t('campaigns.editor.title')}>
      <Stack gap="sm">
        <TextEditor
          value={body}
          onChange={(typed) => onChange({ body: typed })}
          takesKeyboard={focusText}
          dear={dear}
          describedBy={counterId}
        />
        <Counter id={counterId} text={sent} />
        <Switch
          checked={withoutPolish}
          onChange={(event) => onChange({ withoutPolish: event.currentTarget.checked })}
          label={t('campaigns.editor.withoutPolish')}
          description={<SavingLine text={body} on={withoutPolish} quote={quote} />}
        />
        <PolishMarks text={body} dear={dear} onChange={(replaced) => onChange({ body: replaced })} />
        <PhonePreview text={sent} sender={sender} addressee={addressee} />
      </Stack>
    </section>
  );
}
