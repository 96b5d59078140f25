/** A stopwatch for what is measured: real time on purpose, for it never decides anything. */

/** @returns how many ms have passed since `stopwatch` was called. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
