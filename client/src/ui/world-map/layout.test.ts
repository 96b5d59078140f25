import { describe, expect, test } from 'vitest';
import { labelSize } from './label-size';
import { type Attempt, type Layout, layoutOf, type MarkInput } from './layout';
import { nearestTowards } from './nearest';

const mark = (id: string, partyId: string, x: number, y: number, isImpaired = false) =>
  ({
    id,
    partyId,
    label: `System ${id}, harbour`,
    isImpaired,
    at: { x, y },
  }) as unknown as MarkInput;
const attempt = (labelling: Attempt['labelling'], letter = 12): Attempt => ({
  labelling,
  look: { letter, mark: 24, widest: 12, lines: 2 },
});
const nations = new Map(
  ['jp', 'ph', 'us'].map((id) => [id as never, { name: id.toUpperCase(), home: null }]),
);
const lay = (
  marks: MarkInput[],
  width: number,
  height: number,
  attempts = [attempt('all'), attempt('impaired'), attempt('none')],
) => layoutOf({ marks, nations, size: { width, height }, attempts });

/** Two crowds within a few px of each other, and one far off. */
const crowd = [
  ...['a', 'b', 'c', 'd', 'e'].map((id, i) => mark(id, 'jp', 120 + i, 100 + i, id === 'a')),
  ...['f', 'g', 'h', 'i'].map((id, i) => mark(id, 'ph', 60 + i, 150 - i, id === 'g')),
  ...['j', 'k'].map((id, i) => mark(id, 'us', 560 + i * 3, 110)),
];

/** The same on a phone. */
const narrow = crowd.map((one) => ({ ...one, at: { x: one.at.x * 0.55, y: one.at.y * 0.6 } }));

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
function boxesOf({ marks, look }: Layout): Box[] {
  return [...marks.values()].map(({ x, y, side, label }) => {
    const half = look.mark / 2;
    const height = Math.max(look.mark, (label?.lines ?? 0) * look.letter * 1.2) / 2;
    return {
      left: x - half - (side === 'left' ? (label?.width ?? 0) : 0),
      right: x + half + (side === 'right' ? (label?.width ?? 0) : 0),
      top: y - height,
      bottom: y + height,
    };
  });
}
function collisions(layout: Layout): number {
  const boxes = boxesOf(layout);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      ),
  ).length;
}

describe('marks and labels', () => {
  test('[MAP3] systems close together fan out; no mark or label covers another or leaves the map', () => {
    const layout = lay(crowd, 640, 400);
    expect(layout.labelling).toBe('all');
    expect(layout.marks.size).toBe(crowd.length);
    expect(collisions(layout)).toBe(0);
    for (const { left, right, top, bottom } of boxesOf(layout)) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(640);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(400);
    }
  });

  test('[MAP3] where not all names fit, the impaired keep theirs; then none bears one, and still none is covered', () => {
    const some = lay(narrow, 340, 200);
    expect(some.labelling).toBe('impaired');
    expect(
      [...some.marks.values()].filter(({ label }) => label !== null).map(({ id }) => id),
    ).toEqual(['a', 'g']);
    expect(collisions(some)).toBe(0);
    const bare = lay(
      narrow.map((one) => ({ ...one, isImpaired: true })),
      340,
      200,
    );
    expect(bare.labelling).toBe('none');
    expect(bare.marks.size).toBe(crowd.length);
    expect(collisions(bare)).toBe(0);
  });

  test('[MAP3] what stands alone stands on its place', () => {
    const layout = lay([mark('a', 'jp', 300, 100), mark('b', 'us', 500, 300)], 640, 400);
    expect(layout.marks.get('a' as never)).toMatchObject({ x: 300, y: 100 });
    expect(layout.marks.get('b' as never)).toMatchObject({ x: 500, y: 300 });
  });

  test('[MAP3] a nation’s name stands once, where most of its systems are, or nearest to its city', () => {
    const layout = lay([...crowd, mark('z', 'jp', 330, 320)], 640, 400);
    expect(layout.captions.map(({ partyId }) => partyId).sort()).toEqual(['jp', 'ph', 'us']);
    const single = layoutOf({
      marks: [mark('a', 'jp', 100, 100), mark('b', 'jp', 500, 300)],
      nations: new Map([['jp' as never, { name: 'JP', home: { x: 510, y: 300 } }]]),
      size: { width: 640, height: 400 },
      attempts: [attempt('all')],
    });
    expect(single.captions).toHaveLength(1);
    expect(single.captions[0]?.x).toBeGreaterThan(300);
  });

  test('[MAP3] the largest letters that fit are taken', () => {
    const attempts = [attempt('all', 40), attempt('all', 12)];
    expect(lay(crowd, 640, 400, attempts).look.letter).toBe(12);
    expect(lay(crowd.slice(0, 1), 640, 400, attempts).look.letter).toBe(40);
  });

  test('[MAP4] Japanese wraps between any letters, English between words, and both end at the last line', () => {
    expect(labelSize('星見ターミナルシステム', 6, 2)).toEqual({ width: 6, lines: 2 });
    expect(labelSize('港', 6, 2)).toEqual({ width: 1, lines: 1 });
    const english = labelSize('Terminal operating system of the whole harbour', 12, 2);
    expect(english.lines).toBe(2);
    expect(english.width).toBeLessThanOrEqual(12);
    expect(labelSize('Gate', 12, 2).lines).toBe(1);
  });

  test('[MAP5] an arrow key leads to the nearest mark that way, and nowhere at the edge', () => {
    const points = new Map(
      Object.entries({
        a: { x: 0, y: 0 },
        b: { x: 50, y: 5 },
        c: { x: 200, y: 0 },
        d: { x: 5, y: 60 },
      }),
    ) as never;
    const from = (id: string, key: 'ArrowRight' | 'ArrowDown' | 'ArrowLeft' | 'ArrowUp') =>
      nearestTowards(points, id as never, key);
    expect(from('a', 'ArrowRight')).toBe('b');
    expect(from('b', 'ArrowRight')).toBe('c');
    expect(from('a', 'ArrowDown')).toBe('d');
    expect(from('c', 'ArrowLeft')).toBe('b');
    expect(from('a', 'ArrowUp')).toBeNull();
  });
});
