/** Longest answer or message in characters: the engine's `maxPlayerText`, which the server enforces. */
export const longestText = 10_000;
