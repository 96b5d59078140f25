/** Speeds that the room offers, in play seconds a second. */
export const speeds: readonly number[] = [1, 2, 5, 10, 30, 60];

/** The next one up or down; the same at either end. One that is not offered stands between two that are. */
export function neighbourSpeed(speed: number, direction: 1 | -1): number {
  const found =
    direction === 1
      ? speeds.find((candidate) => candidate > speed)
      : speeds.findLast((candidate) => candidate < speed);
  return found ?? speed;
}
