/** Systems on the map: a disc with the shape and colour of its status, and its name where there is room. */
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssetStatusShape, toneClass } from '../asset-status';
import type { Layout, PlacedMark } from './layout';
import { isArrowKey, nearestTowards } from './nearest';
import css from './world-map.module.css';

export interface MarksProps {
  readonly assets: readonly AssetView[];
  readonly layout: Layout;
  readonly nameOf: (asset: AssetView) => string;
  readonly nationOf: (asset: AssetView) => string;
  readonly recent: ReadonlySet<AssetId>;
  readonly selectedId: AssetId | null;
  /** The selected system and those tied to it; null where none is selected. */
  readonly near: ReadonlySet<AssetId> | null;
  /** Null for a screen without hands. */
  readonly onSelect: ((id: AssetId | null) => void) | null;
}

export function Marks(props: MarksProps) {
  const { assets, layout, selectedId, onSelect } = props;
  const list = useRef<HTMLUListElement>(null);
  const [focusId, setFocusId] = useState<AssetId | null>(null);
  const shown = assets.filter(({ id }) => layout.marks.has(id));
  const first = shown.find(({ id }) => id === (focusId ?? selectedId)) ?? shown[0];
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && selectedId !== null) {
      event.preventDefault();
      onSelect?.(null);
    }
    if (!isArrowKey(event.key) || first === undefined) return;
    event.preventDefault();
    const next = nearestTowards(layout.marks, first.id, event.key);
    if (next === null) return;
    setFocusId(next);
    list.current?.querySelector<HTMLElement>(`[data-asset="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <ul ref={list} className={css.marks} onKeyDown={onSelect === null ? undefined : move}>
      {shown.map((asset) => {
        const placed = layout.marks.get(asset.id);
        return placed === undefined ? null : (
          <Mark
            key={asset.id}
            {...props}
            asset={asset}
            placed={placed}
            isTabStop={asset.id === first?.id}
            onFocus={() => setFocusId(asset.id)}
          />
        );
      })}
    </ul>
  );
}

function Mark(
  props: MarksProps & {
    readonly asset: AssetView;
    readonly placed: PlacedMark;
    readonly isTabStop: boolean;
    readonly onFocus: () => void;
  },
) {
  const { asset, placed, layout, nameOf, nationOf, recent, selectedId, near, onSelect } = props;
  const { t } = useTranslation('common');
  const { mark, letter } = layout.look;
  const name = nameOf(asset);
  const isSelected = asset.id === selectedId;
  const style = {
    transform: `translate(${placed.x.toFixed(1)}px, ${placed.y.toFixed(1)}px)`,
    '--mark': `${mark}px`,
    '--letter': `${letter}px`,
  } as CSSProperties;
  const inside = (
    <>
      <span className={css.disc} data-recent={recent.has(asset.id) || undefined}>
        <AssetStatusShape status={asset.status} size={Math.round(mark * 0.68)} />
      </span>
      {placed.label !== null && (
        <span
          aria-hidden
          className={css.label}
          data-label
          data-side={placed.side}
          style={{ width: placed.label.width, WebkitLineClamp: layout.look.lines }}
        >
          {name}
        </span>
      )}
    </>
  );
  const shared = {
    className: `${toneClass} ${css.mark}`,
    'data-status': asset.status,
    'data-asset': asset.id,
  };
  const said = t('map.mark', {
    name,
    nation: nationOf(asset),
    status: t(`assetStatuses.${asset.status}`),
  });
  return (
    <li style={style} data-faint={(near !== null && !near.has(asset.id)) || undefined}>
      {onSelect === null ? (
        <span {...shared} role="img" aria-label={said}>
          {inside}
        </span>
      ) : (
        <button
          {...shared}
          type="button"
          title={placed.label === null ? said : undefined}
          aria-label={said}
          aria-pressed={isSelected}
          tabIndex={props.isTabStop ? 0 : -1}
          onFocus={props.onFocus}
          onClick={() => onSelect(isSelected ? null : asset.id)}
        >
          {inside}
        </button>
      )}
    </li>
  );
}
