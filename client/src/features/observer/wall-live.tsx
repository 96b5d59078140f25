/** While it runs: the map with the gauges, the module with its questions, and what has happened. */
import { useWall } from './use-wall';
import css from './wall.module.css';
import { WallGauges } from './wall-gauges';
import { WallMap } from './wall-map';
import { WallModules } from './wall-modules';
import { WallPositions } from './wall-positions';
import { WallScores } from './wall-scores';
import { WallTicker } from './wall-ticker';

export function WallLive() {
  const { view } = useWall();
  const hasMap = Object.keys(view.assets).length > 0;
  const hasGauges = Object.keys(view.indicators).length > 0;
  return (
    <main className={css.live} data-map={hasMap || hasGauges || undefined}>
      {(hasMap || hasGauges) && (
        <div className={css.world}>
          {hasMap && <WallMap />}
          <WallGauges />
        </div>
      )}
      <div className={css.module}>
        <WallModules />
        <WallPositions />
        <WallScores />
        <WallTicker />
      </div>
    </main>
  );
}
