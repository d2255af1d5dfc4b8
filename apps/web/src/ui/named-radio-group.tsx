import { Radio, VisuallyHidden, type RadioGroupProps } from '@mantine/core';

interface NamedRadioGroupProps extends Omit<RadioGroupProps, 'label' | 'labelProps' | 'aria-label'> {
  readonly name: string;
}

/** Choices whose name is seen elsewhere on the screen. An `aria-label` would go to a frame around the group, which has no role. */
export function NamedRadioGroup({ name, ...group }: NamedRadioGroupProps) {
  return <Radio.Group {...group} label={name} labelProps={{ className: VisuallyHidden.classes['root'] ?? '' }} />;
}
