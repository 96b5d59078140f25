import type { PartyView } from '@trilogue/engine/views/shared-parts';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { describe, expect, test } from 'vitest';
import { frameOf, homesOf, placeOf, spanOf, usualPlaces } from './geography';
import type { LonLat } from './zone-places';

const party = (id: string, timeZone: string) => ({ id, timeZone }) as unknown as PartyView;
const asset = (partyId: string, longitude?: number, latitude?: number) =>
  ({
    partyId,
    place: longitude === undefined ? null : { name: '', longitude, latitude },
  }) as unknown as AssetView;

const size = { width: 700, height: 440 };
const room = { left: 30, right: 30, top: 40, bottom: 30 };
const tokyo: LonLat = [139.8, 35.7];
const manila: LonLat = [121, 14.6];
const guam: LonLat = [144.8, 13.4];
const virginia: LonLat = [-77.4, 38.9];
const portland: LonLat = [-122.7, 45.5];

describe('the frame', () => {
  test.each<[string, LonLat[]]>([
    [
      'Japan, the Philippines, Guam and both coasts of the US',
      [tokyo, manila, guam, virginia, portland],
    ],
    ['three islands', [tokyo, manila, guam]],
    ['one city', [manila]],
    [
      'the far ends of the globe',
      [
        [-180, 70],
        [0, -50],
        [90, 10],
      ],
    ],
  ])('[MAP1] shows %s within its edges', (_, points) => {
    const project = frameOf(points, size, room);
    for (const point of points) {
      const [x = Number.NaN, y = Number.NaN] = project([point[0], point[1]]) ?? [];
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  test('[MAP1] has the Pacific in its middle, west of America and east of Asia', () => {
    const project = frameOf([tokyo, manila, virginia], size, room);
    const x = (place: LonLat) => project([place[0], place[1]])?.[0] ?? Number.NaN;
    expect(x(manila)).toBeLessThan(x(tokyo));
    expect(x(tokyo)).toBeLessThan(x([-157.9, 21.3]));
    expect(x([-157.9, 21.3])).toBeLessThan(x(virginia));
    expect(spanOf([139.8, 121, -77.4])).toEqual({ west: 121, east: 282.6 });
    expect(spanOf([10, -10])).toEqual({ west: 350, east: 370 });
  });
});

describe('places', () => {
  const parties = [
    party('jp', 'Asia/Tokyo'),
    party('us', 'America/New_York'),
    party('ph', 'Asia/Manila'),
    party('xx', 'Etc/UTC'),
  ];
  const assets = [
    asset('us', ...guam),
    asset('us', 145.2, 13.8),
    asset('us', ...portland),
    asset('jp', ...tokyo),
  ];

  test('[MAP2] a nation sits in its clock’s city, or where most of its systems are if none is near it', () => {
    const homes = homesOf(parties, assets);
    expect(homes.get('jp' as never)).toEqual([139.7, 35.7]);
    expect(homes.get('ph' as never)).toEqual([121, 14.6]);
    const [longitude, latitude] = homes.get('us' as never) ?? [0, 0];
    expect([longitude, latitude].map(Math.round)).toEqual([145, 14]);
    expect(homesOf(parties, [...assets, asset('us', ...virginia)]).get('us' as never)).toEqual([
      -77, 38.9,
    ]);
  });

  test('[MAP2] a system without a place stands with its nation’s others, in the nation’s city, or on no map', () => {
    const usual = usualPlaces(parties, assets);
    expect(placeOf(asset('us'), usual)?.map(Math.round)).toEqual([145, 14]);
    expect(placeOf(asset('ph'), usual)).toEqual([121, 14.6]);
    expect(placeOf(asset('xx'), usual)).toBeNull();
    expect(placeOf(asset('xx', 1, 2), usual)).toEqual([1, 2]);
  });
});
