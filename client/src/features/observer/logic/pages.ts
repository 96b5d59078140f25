/** Splits a list into pages that fit a place nobody scrolls. */

/**
 * Indices of the items on each page, in order. An item taller than the place has a page of its own.
 * Heights, the gap between items and the room are in px.
 */
export function pagesOf(
  heights: readonly number[],
  gap: number,
  room: number,
): readonly (readonly number[])[] {
  const pages: number[][] = [];
  let left = 0;
  heights.forEach((height, index) => {
    const page = pages.at(-1);
    const needed = height + (page === undefined ? 0 : gap);
    // Half a pixel of rounding is no reason for another page.
    if (page === undefined || needed > left + 0.5) {
      pages.push([index]);
      left = room - height;
    } else {
      page.push(index);
      left -= needed;
    }
  });
  return pages;
}
