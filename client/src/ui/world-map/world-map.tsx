/**
 * The crisis on a map: systems by status, how they lean on each other, where a failure is felt, and
 * help that flows between nations. Heavy with the world's coasts: load it lazily. Beside or below it
 * stands a list of the same systems.
 */
import { useElementSize } from '@mantine/hooks';
import type { AssetId, PartyId } from '@trilogue/engine/protocol/ids';
import type { PartyView } from '@trilogue/engine/views/shared-parts';
import type { Collection } from '@trilogue/engine/views/view-model';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { dependencyLines, neighboursOf } from './dependencies';
import { Legend, Reading } from './map-foot';
import { DependencyLines, Flows, Land, Threads } from './map-lines';
import { Marks } from './map-marks';
import { useLabelWidths } from './use-label-widths';
import { useMapLayout } from './use-map-layout';
import { useLiveFlows, useRecentChanges } from './use-passing';
import css from './world-map.module.css';

export interface MapFlow {
  readonly id: string;
  readonly from: PartyId;
  readonly to: PartyId;
  /** When it was seen, by this device's own clock (`Date.now()`). */
  readonly startedAtMs: number;
}

export interface WorldMapProps {
  readonly parties: readonly PartyView[];
  readonly assets: Collection<AssetView>;
  /** Information shared between nations; each shows for some seconds. */
  readonly flows?: readonly MapFlow[];
  /** Left out, the map remembers by itself what was selected. */
  readonly selectedId?: AssetId | null;
  /** Null when the selected one was selected again, which lets it go. */
  readonly onSelect?: (id: AssetId | null) => void;
  /** wall: as large as the place it stands in, without hands. panel: as wide as it, controlled by hand. */
  readonly size: 'panel' | 'wall';
  /** The scenario's. */
  readonly defaultLanguage?: string;
}

const noFlows: readonly MapFlow[] = [];

export function WorldMap(props: WorldMapProps) {
  const { parties, assets, flows = noFlows, size, defaultLanguage = 'en' } = props;
  const { t } = useTranslation('common');
  const { ref, width, height } = useElementSize();
  const whole = useRef<HTMLElement>(null);
  const isWall = size === 'wall';
  const [ownId, setOwnId] = useState<AssetId | null>(null);
  const selectedId = props.selectedId === undefined ? ownId : props.selectedId;
  const { onSelect } = props;
  const select = useCallback(
    (id: AssetId | null) => {
      setOwnId(id);
      onSelect?.(id);
    },
    [onSelect],
  );
  const read = useLocalizedText();
  const names = useMemo(
    () => new Map(parties.map(({ id, name }) => [id, read(name, defaultLanguage).text])),
    [parties, read, defaultLanguage],
  );
  const nameOf = useCallback(
    ({ name }: AssetView) => read(name, defaultLanguage).text,
    [read, defaultLanguage],
  );
  const nationOf = ({ partyId }: AssetView) => names.get(partyId) ?? partyId;
  const frame = useMapLayout({ parties, assets, names, nameOf, width, height, isWall });
  const lines = useMemo(() => dependencyLines(assets), [assets]);
  const near = useMemo(
    () => (selectedId === null ? null : neighboursOf(selectedId, lines)),
    [selectedId, lines],
  );
  const recent = useRecentChanges(assets);
  const live = useLiveFlows(flows);
  const widths = useLabelWidths(whole, frame?.layout);
  return (
    <section ref={whole} className={css.whole} data-size={size} aria-label={t('map.title')}>
      <div ref={ref} className={css.map}>
        {frame !== null && (
          <>
            <svg
              className={css.drawing}
              viewBox={`0 0 ${frame.size.width} ${frame.size.height}`}
              aria-hidden
            >
              <Land projection={frame.projection} />
              <Threads layout={frame.layout} />
              <DependencyLines
                lines={lines}
                layout={frame.layout}
                statusOf={(id) => assets[id]?.status}
                selectedId={selectedId}
                widths={widths}
              />
              <Flows flows={live} homes={frame.homes} letter={frame.layout.look.letter} />
            </svg>
            {frame.layout.captions.map(({ partyId, side, x, y }) => (
              <span
                key={partyId}
                aria-hidden
                className={css.caption}
                data-side={side}
                style={{ left: x, top: y, fontSize: frame.layout.look.letter * 1.05 }}
              >
                {names.get(partyId)}
              </span>
            ))}
            <Marks
              assets={Object.values(assets)}
              layout={frame.layout}
              nameOf={nameOf}
              nationOf={nationOf}
              recent={recent}
              selectedId={selectedId}
              near={near}
              onSelect={isWall ? null : select}
            />
          </>
        )}
      </div>
      {isWall ? (
        <Legend assets={assets} />
      ) : (
        <Reading
          asset={selectedId === null ? undefined : assets[selectedId]}
          assets={assets}
          nameOf={nameOf}
          nationOf={nationOf}
        />
      )}
    </section>
  );
}
