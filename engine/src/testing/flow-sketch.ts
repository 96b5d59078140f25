/** Small Attack Flows for tests, as a STIX bundle and in both forms of the builder. */

export interface SketchedStep {
  readonly id: string;
  readonly kind: 'action' | 'condition' | 'AND' | 'OR' | 'asset';
  readonly name?: string;
  readonly technique?: string;
  readonly start?: string;
  /** Ids of what comes next, or of the assets it concerns. */
  readonly to?: readonly string[];
  /** Out of a condition that does not hold. */
  readonly otherwise?: readonly string[];
}

const stixTypes = {
  action: 'attack-action',
  condition: 'attack-condition',
  AND: 'attack-operator',
  OR: 'attack-operator',
  asset: 'attack-asset',
} as const;

/** `starts`: ids, or null for a flow without start_refs. */
export function stixBundle(
  steps: readonly SketchedStep[],
  starts: readonly string[] | null = null,
) {
  const refs = new Map(steps.map(({ id, kind }) => [id, `${stixTypes[kind]}--${id}`]));
  const ref = (id: string) => refs.get(id) ?? `attack-action--${id}`;
  const isAsset = (id: string) => steps.find((step) => step.id === id)?.kind === 'asset';
  return {
    type: 'bundle',
    id: 'bundle--1',
    objects: [
      {
        type: 'attack-flow',
        id: 'attack-flow--1',
        name: 'A flow',
        description: 'What happened.',
        scope: 'incident',
        ...(starts === null ? {} : { start_refs: starts.map(ref) }),
      },
      ...steps.map(({ id, kind, name, technique, start, to = [], otherwise = [] }) => ({
        type: stixTypes[kind],
        id: ref(id),
        ...(kind === 'condition' ? { description: name ?? id } : {}),
        ...(kind === 'action' || kind === 'asset' ? { name: name ?? id } : {}),
        ...(kind === 'AND' || kind === 'OR' ? { operator: kind } : {}),
        ...(technique === undefined ? {} : { technique_id: technique }),
        ...(start === undefined ? {} : { execution_start: start }),
        ...(kind === 'condition' ? { on_true_refs: to.map(ref) } : {}),
        ...(kind === 'condition' && otherwise.length > 0
          ? { on_false_refs: otherwise.map(ref) }
          : {}),
        ...(kind === 'action' ? { asset_refs: to.filter(isAsset).map(ref) } : {}),
        ...(kind === 'action' || kind === 'AND' || kind === 'OR'
          ? { effect_refs: to.filter((one) => !isAsset(one)).map(ref) }
          : {}),
        ...(kind === 'asset' && to[0] !== undefined ? { object_ref: ref(to[0]) } : {}),
      })),
    ],
  };
}

type Properties = readonly (readonly [string, unknown])[];

function propertiesOf({ kind, id, name, technique, start }: SketchedStep): Properties {
  if (kind === 'AND' || kind === 'OR') return [['operator', kind]];
  if (kind === 'condition') return [['description', name ?? id]];
  return [
    ['name', name ?? id],
    ['technique_id', technique ?? null],
    ['description', null],
    ['execution_start', start ?? null],
  ];
}

/** The form whose blocks have anchors by angle. */
export function builderFile(steps: readonly SketchedStep[]) {
  const lines = linesOf(steps);
  return {
    schema: 'attack_flow_v2',
    objects: [
      { id: 'flow', instance: 'page', properties: [['name', 'A flow']], objects: [] },
      ...steps.map((step) => ({
        id: step.kind === 'AND' || step.kind === 'OR' ? `${step.kind}_operator` : step.kind,
        instance: step.id,
        properties: propertiesOf(step),
        anchors: {
          '0': `${step.id} out`,
          '180': `${step.id} in`,
          'branch:True': `${step.id} true`,
          'branch:False': `${step.id} false`,
        },
      })),
      ...steps.flatMap(({ id }) =>
        ['out', 'in', 'true', 'false'].map((place) => ({
          id: 'vertical_anchor',
          instance: `${id} ${place}`,
          latches: lines.flatMap(({ name, from, to }) => [
            ...(from === `${id} ${place}` ? [`${name} source`] : []),
            ...(to === `${id} ${place}` ? [`${name} target`] : []),
          ]),
        })),
      ),
      ...lines.flatMap(({ name }) => [
        {
          id: 'dynamic_line',
          instance: name,
          source: `${name} source`,
          target: `${name} target`,
          handles: [],
        },
        { id: 'generic_latch', instance: `${name} source` },
        { id: 'generic_latch', instance: `${name} target` },
      ]),
    ],
  };
}

/** The form before it, where everything has a template and children. */
export function oldBuilderFile(steps: readonly SketchedStep[]) {
  const lines = linesOf(steps);
  const piece = (
    template: string,
    id: string,
    children: readonly string[] = [],
    properties: Properties = [],
  ) => ({
    id,
    x: 0,
    y: 0,
    attrs: 0,
    template,
    children,
    properties,
  });
  return {
    version: '0.1.0',
    id: 'page',
    schema: { page_template: 'attack_flow_page', templates: [] },
    objects: [
      piece(
        'attack_flow_page',
        'page',
        [],
        [
          ['name', 'A flow'],
          ['scope', '3e072748feb6ecd1b1ba397704e009c0'],
        ],
      ),
      ...steps.map((step) =>
        piece(
          step.kind === 'AND' || step.kind === 'OR' ? step.kind.toLowerCase() : step.kind,
          step.id,
          ['out', 'in', 'true', 'false'].map((place) => `${step.id} ${place}`),
          step.kind === 'AND' || step.kind === 'OR' ? [['text', step.kind]] : propertiesOf(step),
        ),
      ),
      ...steps.flatMap(({ id }) =>
        ['out', 'in', 'true', 'false'].map((place) =>
          piece(
            place === 'true' || place === 'false' ? `${place}_anchor` : '@__builtin__anchor',
            `${id} ${place}`,
            lines.flatMap(({ name, from, to }) => [
              ...(from === `${id} ${place}` ? [`${name} source`] : []),
              ...(to === `${id} ${place}` ? [`${name} target`] : []),
            ]),
          ),
        ),
      ),
      ...lines.flatMap(({ name }) => [
        piece('@__builtin__line_horizontal_elbow', name, [
          `${name} source`,
          `${name} handle`,
          `${name} target`,
        ]),
        piece('@__builtin__line_source', `${name} source`),
        piece('@__builtin__line_handle', `${name} handle`),
        piece('@__builtin__line_target', `${name} target`),
      ]),
    ],
  };
}

function linesOf(steps: readonly SketchedStep[]): { name: string; from: string; to: string }[] {
  return steps.flatMap(({ id, kind, to = [], otherwise = [] }) => [
    ...to.map((target) => ({
      name: `${id} to ${target}`,
      from: `${id} ${kind === 'condition' ? 'true' : 'out'}`,
      to: `${target} in`,
    })),
    ...otherwise.map((target) => ({
      name: `${id} or ${target}`,
      from: `${id} false`,
      to: `${target} in`,
    })),
  ]);
}
