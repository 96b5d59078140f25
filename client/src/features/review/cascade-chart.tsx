/** The course of failures drawn: a lane for each system, arrows from cause to effect. The tables below tell the same. */
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { axisTicks, cascadeChart } from '@trilogue/engine/views/cascade-chart';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge } from '../../ui/asset-status';
import classes from './review.module.css';
import { useIsPrinting } from './use-printing';
import type { Reader } from './use-reader';

/** A lane where its name fits a line, and where it may take two. */
const wide = { laneHeight: 44, barTop: 24 };
const narrow = { laneHeight: 60, barTop: 40 };
const narrowBelow = 520;
/** Of a sheet of A4 between its margins, in CSS pixels. */
const paperWidth = 680;
const barHeight = 12;
const axisHeight = 24;
const groupHeight = 26;
const side = 6;

export function CascadeChart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { ref, width } = useElementSize();
  const { lanes, arrows, endMs } = cascadeChart(reader.takeaway);
  const isPrinting = useIsPrinting();
  const room = isPrinting ? paperWidth : Math.max(width, 200);
  const isNarrow = room < narrowBelow;
  const { laneHeight, barTop } = isNarrow ? narrow : wide;
  const x = (ms: number) => side + (ms / endMs) * (room - 2 * side);
  let y = axisHeight;
  const placed = lanes.map((lane, index) => {
    const isFirst = lanes[index - 1]?.partyId !== lane.partyId;
    if (isFirst) y += groupHeight;
    const top = y;
    y += laneHeight;
    return { lane, top, isFirst };
  });
  const middle = (index: number) => (placed[index]?.top ?? 0) + barTop + barHeight / 2;
  const statuses = [...new Set(lanes.flatMap(({ spans }) => spans.map(({ status }) => status)))];
  const ticks = axisTicks(endMs).filter(
    (_, index, all) => !isNarrow || index % 2 === 0 || all.length < 5,
  );
  return (
    <figure className={classes.figure}>
      <div ref={ref} style={{ position: 'relative', height: y }} aria-hidden>
        <svg width={room} height={y} className={classes.chart} aria-hidden>
          <defs>
            {(['arrow', 'arrowFar'] as const).map((id) => (
              <marker
                key={id}
                id={`review-${id}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth={id === 'arrow' ? 7 : 10}
                markerHeight={id === 'arrow' ? 7 : 10}
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0 8 4 0 8z" />
              </marker>
            ))}
          </defs>
          {ticks.map((ms) => (
            <g key={ms}>
              <line x1={x(ms)} x2={x(ms)} y1={axisHeight - 4} y2={y} className={classes.grid} />
              <text
                x={x(ms)}
                y={14}
                textAnchor={ms === 0 ? 'start' : x(ms) > room - 24 ? 'end' : 'middle'}
              >
                {reader.play(ms)}
              </text>
            </g>
          ))}
          {placed.map(({ lane, top }) =>
            lane.spans.map(({ status, fromMs, toMs }) => (
              <rect
                key={`${lane.assetId} ${fromMs}`}
                data-status={status}
                className={classes.span}
                x={x(fromMs)}
                width={Math.max(2, x(toMs) - x(fromMs))}
                y={top + (status === 'operational' ? barTop + barHeight / 2 - 1 : barTop)}
                height={status === 'operational' ? 2 : barHeight}
              />
            )),
          )}
          {arrows.map(({ from, to, fromMs, toMs, crossesBorder }) => {
            const down = to > from;
            const start = middle(from) + (down ? barHeight / 2 : -barHeight / 2);
            const end = middle(to) + (down ? -barHeight / 2 : barHeight / 2);
            return (
              <path
                key={`${from} ${to} ${toMs}`}
                d={`M${x(fromMs)} ${start}V${(start + end) / 2}H${x(toMs)}V${end}`}
                className={crossesBorder ? classes.linkFar : classes.link}
                markerEnd={`url(#review-${crossesBorder ? 'arrowFar' : 'arrow'})`}
              />
            );
          })}
        </svg>
        {placed.map(({ lane, top, isFirst }) => {
          const asset = reader.takeaway.world.assets.find(({ id }) => id === lane.assetId);
          return (
            <div key={lane.assetId}>
              {isFirst && (
                <div className={classes.nation} style={{ top: top - groupHeight + 4 }}>
                  {reader.party(lane.partyId)}
                </div>
              )}
              <div className={classes.lane} data-narrow={isNarrow || undefined} style={{ top }}>
                <span>
                  {reader.text(asset?.name ?? null)}{' '}
                  {!isNarrow && (
                    <span className={classes.sector}>{reader.text(asset?.sector ?? null)}</span>
                  )}
                </span>
              </div>
            </div>
          );
        })}
      </div>
      <div className={classes.legend} aria-hidden>
        {statuses.map((status) => (
          <AssetStatusBadge key={status} status={status} />
        ))}
      </div>
      <Text component="figcaption" size="sm" c="dimmed">
        {t('cascade.chartAbout')}
      </Text>
    </figure>
  );
}
