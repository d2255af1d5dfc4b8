/** How consent can be given or withdrawn, as a person records it. */
export const WAYS = ['paper', 'contract', 'in_person', 'phone_call', 'web_form', 'email', 'sms', 'panel'] as const;

/** Ways that have a name on the screen; the ledger may know others, and shows them as they are. */
export const WAYS_KNOWN = [...WAYS, 'erp_import', 'import_undo'] as const;
