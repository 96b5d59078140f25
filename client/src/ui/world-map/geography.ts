/** Where systems and nations lie on the globe, and the piece of it that shows them all. */
import type { PartyId } from '@trilogue/engine/protocol/ids';
import type { PartyView } from '@trilogue/engine/views/shared-parts';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { type GeoProjection, geoMercator } from 'd3-geo';
import { type LonLat, placeOfZone } from './zone-places';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One nation alone is still shown with its sea around it, in degrees. */
const leastSpan = 34;
const southernmost = -62;
const northernmost = 76;
const radians = Math.PI / 180;

/**
 * Where each nation sits: the city of its clock, where some of its systems are near or none has a place;
 * else where most of its systems stand.
 */
export function homesOf(
  parties: readonly PartyView[],
  assets: readonly AssetView[],
): ReadonlyMap<PartyId, LonLat> {
  return known(parties, ({ id, timeZone }) => {
    const city = placeOfZone(timeZone);
    const places = placesOf(id, assets);
    const isNear = city !== null && places.some((place) => isWithin(place, city, 12));
    return isNear || places.length === 0 ? city : densest(places);
  });
}

/** Where a system without a place of its own is shown: with most of its nation's others. */
export function usualPlaces(
  parties: readonly PartyView[],
  assets: readonly AssetView[],
): ReadonlyMap<PartyId, LonLat> {
  return known(
    parties,
    ({ id, timeZone }) => densest(placesOf(id, assets)) ?? placeOfZone(timeZone),
  );
}

/** Null where nothing is known of it: then it is on no map, only in the list. */
export function placeOf(
  { place, partyId }: AssetView,
  usual: ReadonlyMap<PartyId, LonLat>,
): LonLat | null {
  return place === null ? (usual.get(partyId) ?? null) : [place.longitude, place.latitude];
}

function known(
  parties: readonly PartyView[],
  find: (party: PartyView) => LonLat | null,
): ReadonlyMap<PartyId, LonLat> {
  return new Map(
    parties.flatMap((party) => {
      const place = find(party);
      return place === null ? [] : [[party.id, place] as const];
    }),
  );
}

/**
 * A Mercator map, straight north up, cut where the globe has its widest gap between what is shown: so
 * that the Pacific lies in the middle between Manila and Washington. `room` is left free at the edges.
 */
export function frameOf(points: readonly LonLat[], size: Size, room: Room): GeoProjection {
  const { west, east } = spanOf(points.map(([longitude]) => longitude));
  const latitudes = points.map(([, latitude]) => latitude);
  const north = mercator(Math.max(...latitudes, -80));
  const south = mercator(Math.min(...latitudes, 80));
  const width = Math.max(40, size.width - room.left - room.right);
  const height = Math.max(40, size.height - room.top - room.bottom);
  const across = Math.max((east - west) * radians, leastSpan * radians);
  const down = Math.max(north - south, 0.01);
  const tallest = mercator(northernmost) - mercator(southernmost);
  const scale = Math.max(Math.min(width / across, height / down), size.height / tallest);
  const middle = (north + south) / 2;
  // Lifted or lowered where the frame would otherwise run over the end of the map.
  const half = size.height / 2 / scale;
  const centre = (room.top - room.bottom) / 2 / scale;
  const y = Math.min(
    Math.max(middle + centre, mercator(southernmost) + half),
    mercator(northernmost) - half,
  );
  return geoMercator()
    .rotate([-(west + east) / 2, 0])
    .scale(scale)
    .translate([size.width / 2 + (room.left - room.right) / 2, size.height / 2 + y * scale])
    .clipExtent([
      [-20, -20],
      [size.width + 20, size.height + 20],
    ]);
}

/** The shortest stretch of the globe that has all the longitudes; `east` may pass 180. */
export function spanOf(longitudes: readonly number[]): { west: number; east: number } {
  const sorted = [...new Set(longitudes.map((longitude) => (longitude + 360) % 360))].sort(
    (a, b) => a - b,
  );
  const first = sorted[0];
  if (first === undefined) return { west: 100, east: 260 };
  let gap = -1;
  let west = first;
  let east = first;
  sorted.forEach((longitude, index) => {
    const next = sorted[index + 1] ?? first + 360;
    if (next - longitude <= gap) return;
    gap = next - longitude;
    west = next % 360;
    east = longitude;
  });
  return { west, east: east < west ? east + 360 : east };
}

function placesOf(partyId: PartyId, assets: readonly AssetView[]): LonLat[] {
  return assets.flatMap(({ partyId: owner, place }) =>
    owner === partyId && place !== null ? [[place.longitude, place.latitude] as const] : [],
  );
}

/** The middle of the places with the most others within a few degrees. */
function densest(places: readonly LonLat[]): LonLat | null {
  let best: readonly LonLat[] = [];
  for (const place of places) {
    const near = places.filter((other) => isWithin(other, place, 6));
    if (near.length > best.length) best = near;
  }
  if (best.length === 0) return null;
  const mean = (at: 0 | 1) => best.reduce((sum, place) => sum + place[at], 0) / best.length;
  return [mean(0), mean(1)];
}

function isWithin(a: LonLat, b: LonLat, degrees: number): boolean {
  return Math.abs(a[0] - b[0]) < degrees && Math.abs(a[1] - b[1]) < degrees;
}

/** How far north, in radians of the equator. */
function mercator(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2));
}
