/** The map's frame and where everything stands in it, computed anew when the size or a status changes. */
import type { PartyId } from '@trilogue/engine/protocol/ids';
import type { PartyView } from '@trilogue/engine/views/shared-parts';
import type { Collection } from '@trilogue/engine/views/view-model';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import type { GeoProjection } from 'd3-geo';
import { useMemo } from 'react';
import { frameOf, homesOf, placeOf, type Size, usualPlaces } from './geography';
import {
  type Attempt,
  type Labelling,
  type Layout,
  layoutOf,
  type MarkInput,
  type Point,
} from './layout';
import type { LonLat } from './zone-places';

export interface MapFrame {
  readonly size: Size;
  readonly projection: GeoProjection;
  readonly layout: Layout;
  readonly homes: ReadonlyMap<PartyId, Point>;
}

/** Null until the place's size is known. */
export function useMapLayout(input: {
  readonly parties: readonly PartyView[];
  readonly assets: Collection<AssetView>;
  readonly names: ReadonlyMap<PartyId, string>;
  readonly nameOf: (asset: AssetView) => string;
  readonly width: number;
  readonly height: number;
  readonly isWall: boolean;
}): MapFrame | null {
  const { parties, assets, names, nameOf, width, height, isWall } = input;
  return useMemo(() => {
    if (width < 80 || height < 80) return null;
    const size = { width, height };
    const all = Object.values(assets);
    const homes = homesOf(parties, all);
    const usual = usualPlaces(parties, all);
    const placed = all.flatMap((asset) => {
      const place = placeOf(asset, usual);
      return place === null ? [] : [{ asset, place }];
    });
    const attempts = attemptsOf(size, isWall);
    const edge = (attempts[0]?.look.mark ?? 24) * 1.4;
    const room = { left: edge, right: edge, top: edge * 1.3, bottom: edge };
    const points = [...placed.map(({ place }) => place), ...homes.values()];
    const projection = frameOf(points, size, room);
    const project = ([longitude, latitude]: LonLat): Point => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x, y };
    };
    const marks = placed.map(({ asset, place }): MarkInput => {
      const { id, partyId, status } = asset;
      const isImpaired = status !== 'operational';
      return { id, partyId, label: nameOf(asset), isImpaired, at: project(place) };
    });
    const seats = new Map([...homes].map(([id, place]) => [id, project(place)]));
    const nations = new Map(
      [...names].map(([id, name]) => [id, { name, home: seats.get(id) ?? null }]),
    );
    return {
      size,
      projection,
      layout: layoutOf({ marks, nations, size, attempts }),
      homes: seats,
    };
  }, [parties, assets, names, nameOf, width, height, isWall]);
}

function attemptsOf({ width, height }: Size, isWall: boolean): Attempt[] {
  const attempt = (
    labelling: Labelling,
    letter: number,
    mark: number,
    widest: number,
  ): Attempt => ({
    labelling,
    look: { letter, mark, widest, lines: isWall ? 3 : 2 },
  });
  if (!isWall) {
    return [
      attempt('all', 12, 24, 13),
      attempt('all', 11.5, 24, 11),
      attempt('impaired', 12, 24, 11),
      attempt('none', 12, 24, 11),
    ];
  }
  // As large as the place allows: somebody reads it ten metres away. Healthy systems lose their names
  // before the letters become too small.
  const unit = Math.max(13, Math.min(width / 38, height / 17));
  const sized = (labelling: Labelling) => (share: number) =>
    attempt(labelling, unit * share, unit * share * 1.6, 14);
  return [
    ...[1, 0.88, 0.77, 0.68].map(sized('all')),
    ...[0.88, 0.77, 0.68, 0.58].map(sized('impaired')),
    sized('none')(0.77),
  ];
}
