import type { helpers as pl } from '../pl/helpers.ts';
import type { Translation } from '../translation.ts';

export const helpers: Translation<typeof pl> = {
  palette: {
    title: 'Search or go to',
    deeds: 'Do',
    places: 'Go to',
    contractors: 'Contractors',
    campaigns: 'Campaigns',
    newCampaign: 'New SMS campaign',
    newContractor: 'New contractor',
    allContractors: 'All contractors matching “{{q}}”',
  },
  shortcuts: {
    space: 'Space',
    anywhere: 'Anywhere',
    inTables: 'In tables',
    inForms: 'In forms and dialogs',
    palette: 'Search and commands',
    sheet: 'This list',
    skip: 'From the menu to the screen',
    find: 'Search this screen',
    move: 'Move in a table',
    ends: 'First and last row',
    pages: 'A screen up or down',
    mark: 'Mark the row',
    markMany: 'Mark the next ones',
    markAll: 'Mark all that match',
    open: 'Open the row',
    insert: 'Add a new one',
    save: 'Save',
    leave: 'Close or clear marks',
  },
};
