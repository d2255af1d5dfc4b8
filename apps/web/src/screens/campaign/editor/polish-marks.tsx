import { measure, toGsm } from '@goniec/sms-text';
import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './text-editor.module.css';
import { dearCharacters, replaceCharacter, type Dear } from './dear-characters.ts';

const SHOWN = 12;

interface PolishMarksProps {
  readonly text: string;
  readonly dear: Dear;
  readonly onChange: (text: string) => void;
}

/** The characters that turn the SMS into Unicode, each with its replacement, or its removal, at one click. */
export function PolishMarks({ text, dear, onChange }: PolishMarksProps) {
  const { t } = useTranslation();
  const found = dearCharacters(text, dear);
  if (found.length === 0) return null;
  const parts = measure(dear === 'all' ? text : toGsm(text)).segments.length;
  return (
    <div>
      <Text size="xs" mb={4}>
        {t(`campaigns.editor.${dear === 'all' ? 'dearer' : 'keptDear'}`, { parts })}
      </Text>
      <Group gap={4}>
        {found.slice(0, SHOWN).map(({ character, replacement, count }) => (
          <Button
            key={character}
            variant="default"
            size="compact-xs"
            title={replacement === null ? t('campaigns.editor.noReplacement') : undefined}
            onClick={() => onChange(replaceCharacter(text, character))}
          >
            <VisuallyHidden>
              {replacement === null
                ? t('campaigns.editor.remove', { character })
                : t('campaigns.editor.replace', { character, replacement })}
            </VisuallyHidden>
            <span aria-hidden className={css['swap']}>
              {character}
              <IconArrowRight size={11} />
              {replacement || '∅'}
              {count > 1 ? <Text span inherit c="dimmed">{`×${count}`}</Text> : null}
            </span>
          </Button>
        ))}
        {found.length > SHOWN ? <Text size="xs">+{found.length - SHOWN}</Text> : null}
      </Group>
    </div>
  );
}
