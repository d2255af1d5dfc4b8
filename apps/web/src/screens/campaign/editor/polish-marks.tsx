import { measure } from '@goniec/sms-text';
import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './text-editor.module.css';
import { dearCharacters, replaceCharacter } from './dear-characters.ts';

const SHOWN = 12;

interface PolishMarksProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The characters that turn the SMS into Unicode, each with its replacement at one click. */
export function PolishMarks({ text, onChange }: PolishMarksProps) {
  const { t } = useTranslation();
  const dear = dearCharacters(text);
  if (dear.length === 0) return null;
  return (
    <div>
      <Text size="xs" mb={4}>
        {t('campaigns.editor.dearer', { parts: measure(text).segments.length })}
      </Text>
      <Group gap={4}>
        {dear.slice(0, SHOWN).map(({ character, replacement, count }) =>
          replacement === null ? (
            <Text key={character} span size="xs" px={6} title={t('campaigns.editor.noReplacement')}>
              {character} ×{count}
            </Text>
          ) : (
            <Button
              key={character}
              variant="default"
              size="compact-xs"
              onClick={() => onChange(replaceCharacter(text, character))}
            >
              <VisuallyHidden>{t('campaigns.editor.replace', { character, replacement })}</VisuallyHidden>
              <span aria-hidden className={css['swap']}>
                {character}
                <IconArrowRight size={11} />
                {replacement === '' ? '∅' : replacement}
                {count > 1 ? <Text span inherit c="dimmed">{`×${count}`}</Text> : null}
              </span>
            </Button>
          ),
        )}
        {dear.length > SHOWN ? <Text size="xs">+{dear.length - SHOWN}</Text> : null}
      </Group>
    </div>
  );
}
