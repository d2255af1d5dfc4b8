import { addPolish } from '../../i18n/add-polish.ts';
import { company } from '../../i18n/pl/company.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { wizard } from '../../i18n/pl/wizard.ts';

/** What the steps say; they share forms with the settings. */
addPolish({ company, settings, wizard });
