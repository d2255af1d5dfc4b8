/** Where menus open: inside the main landmark, for what lies outside every landmark is not found by those who go from one to the next. */
export const OVERLAYS = 'overlays';
