/** Where the window of a campaign has one column; campaign.module.css says the same. */
export const NARROW = '(width < 900px)';
