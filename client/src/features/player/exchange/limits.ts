/** Longest texts in characters: the engine's `exerciseLimits`, which the server enforces. */
export const longestPart = 4_000;
export const longestComment = 1_000;
export const longestReason = 300;
