/** How many may come in together. Plain numbers, for screens say them too. */

/** Who may sit or wait through one invitation, also through one without a cap. */
export const mostThroughOne = 1_000;
/** Who may be listed at one device. */
export const mostListed = 30;
/** Named seats of one exercise. */
export const mostNamed = 500;
/** A person's name, in characters. */
export const longestName = 60;
