import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ExportMenuProps {
  readonly companyId: string;
  readonly campaignId: string;
  readonly filter: Readonly<Record<'handover' | 'delivery' | 'q', string | undefined>>;
}

const FORMATS = ['xlsx', 'csv'] as const;

/** The log as a file: what is filtered is what is saved. The browser fetches it, so that a million lines are no matter. */
export function ExportMenu({ companyId, campaignId, filter }: ExportMenuProps) {
  const { t, i18n } = useTranslation();
  const chosen = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams([...chosen, ['language', i18n.language]]).toString();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          rightSection={<IconChevronDown size={14} />}
          ml="auto"
        >
          {t(chosen.length === 0 ? 'campaign.export.all' : 'campaign.export.filtered')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/v1/companies/${companyId}/campaigns/${campaignId}/messages.${format}?${query}`}
            download
          >
            {t(`campaign.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
