/** Where the window of a campaign has one column; campaign.module.css says the same. Paper is no phone: it has both columns. */
export const NARROW = 'screen and (width < 900px)';
