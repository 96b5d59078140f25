/** Longest answer or message in characters: the engine's `exerciseLimits.answerLength`, which the server enforces. */
export const longestText = 10_000;
