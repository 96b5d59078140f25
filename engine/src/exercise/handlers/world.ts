/** The facilitator's hand on the world: systems, gauges, milestones. */
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';

/** Sets a system's own status; what it feels from others is not touched. Rejections: `asset/unknown`. */
export function setAsset(run: Run, { assetId, status }: CommandOf<'SetAsset'>): Rejection | null {
  const asset = run.state.assets.get(assetId);
  if (asset === undefined) return reject('asset/unknown', `no asset "${assetId}"`);
  if (asset.own !== status) run.add({ type: 'AssetSet', assetId, status, cause: 'person' });
  return null;
}

/** Rejections: `indicator/unknown`, `indicator/out-of-bounds`. */
export function setIndicator(
  run: Run,
  { indicatorId, value }: CommandOf<'SetIndicator'>,
): Rejection | null {
  const indicator = run.state.playbook.indicators.get(indicatorId);
  if (indicator === undefined) return reject('indicator/unknown', `no gauge "${indicatorId}"`);
  const { minimum, maximum } = indicator;
  if (value < minimum || value > maximum) {
    return reject('indicator/out-of-bounds', `the gauge goes from ${minimum} to ${maximum}`, {
      minimum,
      maximum,
    });
  }
  if (run.state.indicators.get(indicatorId) !== value) {
    run.add({ type: 'IndicatorChanged', indicatorId, value });
  }
  return null;
}

/** Rejections: `milestone/unknown`, `milestone/already-reached`. */
export function reachMilestone(
  run: Run,
  { milestoneId }: CommandOf<'ReachMilestone'>,
): Rejection | null {
  if (!run.state.playbook.milestones.has(milestoneId)) {
    return reject('milestone/unknown', `no milestone "${milestoneId}"`);
  }
  if (run.state.milestones.has(milestoneId)) {
    return reject('milestone/already-reached', 'it was reached before');
  }
  run.add({ type: 'MilestoneReached', milestoneId });
  return null;
}
