/** Text colours that keep their contrast (WCAG AA) on light and on dark. */
export const alarmText = 'var(--mantine-color-red-light-color)';
