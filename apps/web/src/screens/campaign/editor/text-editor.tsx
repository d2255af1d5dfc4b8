import { Input } from '@mantine/core';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { stretchesOf, type Dear } from './dear-characters.ts';
import css from './text-editor.module.css';

interface TextEditorProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The keyboard begins here. */
  readonly takesKeyboard: boolean;
  /** Which of the characters that force Unicode are marked. */
  readonly dear: Dear;
  readonly describedBy: string;
}

/** The body of the message, with the very characters that make it dearer marked behind the letters. */
export function TextEditor(props: TextEditorProps) {
  const { value, onChange, takesKeyboard, dear, describedBy } = props;
  const { t } = useTranslation();
  const id = useId();
  const backdrop = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesKeyboard) box.current?.focus();
  }, [takesKeyboard]);
  const stretches = useMemo(() => stretchesOf(value, dear), [dear, value]);
  return (
    <Input.Wrapper label={t('campaigns.editor.body')} id={id} required>
      <div className={css['frame']}>
        <div ref={backdrop} className={css['backdrop']} aria-hidden>
          {stretches.map(({ text, index, replacement }) =>
            replacement === undefined ? text : <mark key={index}>{text}</mark>,
          )}
          {'\n'}
        </div>
        <textarea
          ref={box}
          id={id}
          className={css['text']}
          value={value}
          rows={7}
          maxLength={5_000}
          aria-describedby={describedBy}
          placeholder={t('campaigns.editor.bodyHint')}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => {
            if (backdrop.current) backdrop.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
