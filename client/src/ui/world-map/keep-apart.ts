/** Moves boxes until none covers another, each no farther than it must, and all within the frame. */
import type { Size } from './geography';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rounds = 120;

/** `overlap` is what remained, in px of the deepest. */
export function keepApart<B extends Box>(
  wanted: readonly B[],
  frame: Size,
  margin: number,
): { readonly blocks: readonly B[]; readonly overlap: number } {
  const boxes = wanted.map((box) => ({ ...box, x: box.x, y: box.y }));
  let overlap = 0;
  for (let round = 0; round < rounds; round++) {
    overlap = 0;
    for (const box of boxes) clamp(box, frame, margin);
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) overlap = Math.max(overlap, push(a, b, margin));
    }
    if (overlap < 0.05) break;
  }
  for (const box of boxes) clamp(box, frame, margin);
  for (const { width, height } of boxes) {
    overlap = Math.max(
      overlap,
      width + 2 * margin - frame.width,
      height + 2 * margin - frame.height,
    );
  }
  return { blocks: boxes, overlap };
}

interface Movable {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/** Half each, along the shorter way; up and down is dearer to the eye than sideways only a little. */
function push(a: Movable, b: Movable, margin: number): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + margin;
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + margin;
  if (across <= 0 || down <= 0) return 0;
  if (down <= across * 1.6) {
    const isAbove = a.y + a.height / 2 <= b.y + b.height / 2;
    a.y += isAbove ? -down / 2 : down / 2;
    b.y += isAbove ? down / 2 : -down / 2;
  } else {
    const isLeft = a.x + a.width / 2 <= b.x + b.width / 2;
    a.x += isLeft ? -across / 2 : across / 2;
    b.x += isLeft ? across / 2 : -across / 2;
  }
  return Math.min(across, down);
}

function clamp(box: Movable, frame: Size, margin: number): void {
  box.x = Math.max(margin, Math.min(box.x, frame.width - box.width - margin));
  box.y = Math.max(margin, Math.min(box.y, frame.height - box.height - margin));
}
