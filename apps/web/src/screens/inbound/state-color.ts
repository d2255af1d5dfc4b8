/** The colours of what became of a reply. */
export const INBOUND_COLOR = { to_read: 'orange', read: 'gray', withdrawn: 'teal' } as const;
