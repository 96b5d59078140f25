/** How titles of dialogs look: as headings, with room for two lines. */
export const dialogStyles = { title: { fontWeight: 650, lineHeight: 1.35 } } as const;
