/** For control: systems and how failures spread, gauges, milestones and what reaches them. */
import type { Effect } from '../scenario/effect-schema.js';
import { causesOf } from '../scenario/effect-sites.js';
import type { Asset } from '../scenario/world-schema.js';
import { type Cell, cellOf, type Section, table } from './blocks.js';
import { assetName } from './condition-words.js';
import { type Edition, name, prose, recipientNames, teamName } from './edition.js';
import { occasionWords } from './effect-words.js';

export function worldSection(edition: Edition): Section {
  const { words, playbook } = edition;
  const { assets, indicators, milestones } = playbook.scenario;
  const parts: Section[] = [
    { title: words.control.systems, blocks: assets.length === 0 ? [] : [systems(edition)] },
    { title: words.control.gauges, blocks: indicators.length === 0 ? [] : [gauges(edition)] },
    { title: words.control.milestones, blocks: milestones.length === 0 ? [] : [reached(edition)] },
  ];
  return {
    title: words.control.world,
    blocks: [],
    sections: parts.filter(({ blocks }) => blocks.length > 0),
  };
}

function systems(edition: Edition) {
  const { words, playbook } = edition;
  const { labels, control } = words;
  return table(
    [
      { title: labels.system, percent: 16 },
      { title: control.columns.owner, percent: 12 },
      { title: control.columns.seenBy, percent: 10 },
      { title: control.columns.atStart, percent: 11 },
      { title: control.columns.suffers },
      { title: control.columns.changedBy, percent: 28 },
    ],
    playbook.scenario.assets.map((asset): Cell[] => [
      prose(edition, asset.name),
      asset.owner === undefined
        ? name(edition, playbook.parties.get(asset.party)?.name ?? asset.party)
        : teamName(edition, asset.owner),
      recipientNames(edition, asset.visibleTo),
      labels.assetStatus[asset.status],
      cellOf(asset.dependsOn.map((dependency) => dependencyWords(edition, dependency))),
      changedBy(edition, (effect) => effect.kind === 'setAsset' && effect.asset === asset.id),
    ]),
  );
}

function dependencyWords(
  edition: Edition,
  { asset, when, becomes, delayMinutes, recoveryMinutes }: Asset['dependsOn'][number],
): string {
  const { words } = edition;
  const { assetStatus } = words.labels;
  return words.control.suffers(
    assetName(edition, asset),
    words.either(when.map((status) => assetStatus[status])),
    assetStatus[becomes],
    words.duration(delayMinutes),
    words.duration(recoveryMinutes),
  );
}

function gauges(edition: Edition) {
  const { words, playbook } = edition;
  const { labels, control } = words;
  return table(
    [
      { title: labels.gauge },
      { title: control.columns.seenBy, percent: 18 },
      { title: control.columns.atStart, percent: 12 },
      { title: control.columns.range, percent: 12 },
      { title: control.columns.changedBy, percent: 34 },
    ],
    playbook.scenario.indicators.map((gauge): Cell[] => [
      prose(edition, gauge.name),
      recipientNames(edition, gauge.visibleTo),
      `${gauge.start}${gauge.unit === undefined ? '' : name(edition, gauge.unit)}`,
      `${gauge.minimum}–${gauge.maximum}`,
      changedBy(
        edition,
        (effect) => effect.kind === 'changeIndicator' && effect.indicator === gauge.id,
      ),
    ]),
  );
}

function reached(edition: Edition) {
  const { words, playbook } = edition;
  return table(
    [{ title: words.labels.milestone, percent: 40 }, { title: words.control.columns.reachedWhen }],
    playbook.scenario.milestones.map((milestone): Cell[] => [
      prose(edition, milestone.title),
      changedBy(
        edition,
        (effect) => effect.kind === 'setMilestone' && effect.milestone === milestone.id,
      ),
    ]),
  );
}

/** Each occasion once, with by how much where it says so. */
function changedBy(edition: Edition, isMeant: (effect: Effect) => boolean): Cell {
  const clauses = causesOf(edition.playbook, isMeant).map(({ effect, occasion }) => {
    const clause = occasionWords(edition, occasion);
    if (effect.kind === 'setAsset') {
      return edition.words.pair(edition.words.labels.assetStatus[effect.status], clause);
    }
    if (effect.kind !== 'changeIndicator') return clause;
    const { by, to } = effect;
    const change = by === undefined ? `= ${to ?? ''}` : by < 0 ? `−${-by}` : `+${by}`;
    return edition.words.pair(change, clause);
  });
  return cellOf([...new Set(clauses)]);
}
