/** Play time in hours and minutes: `0:36`, `1:05`, `0:36:30`. */
export function playTime(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}${rest}`;
}
