import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario, parseScenario } from '../scenario/load.js';
import { type Playbook, toPlaybook } from '../scenario/playbook.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { sampleFile, sampleScenario } from '../testing/sample-scenario.js';
import { codesFor } from './card-codes.js';
import { decksOf } from './deal-cards.js';
import { editionOf } from './edition.js';
import { mselOf } from './msel.js';
import { handoutLanguages } from './words/words.js';

const folder = new URL('../../../scenarios', import.meta.url).pathname;
const bundled = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const loaded = loadScenario(readFileSync(`${folder}/${name}/scenario.json`, 'utf8'));
    return loaded.ok ? [{ name, playbook: toPlaybook(loaded.scenario) }] : [];
  });
const playbooks = [
  ...bundled,
  { name: 'sample', playbook: toPlaybook(sampleScenario()) },
  { name: 'exchange', playbook: toPlaybook(exchangeScenario()) },
];

describe('the events list', () => {
  test.each(playbooks)('[PRINT2] $name: every inject stands in it once', ({ playbook }) => {
    const numbers = mselOf(editionOf(playbook, 'en'))
      .groups.flatMap(({ rows }) => rows)
      .map(({ number }) => number);
    expect([...numbers].sort()).toEqual(
      playbook.scenario.injects.map(({ number }) => number).sort(),
    );
  });

  test('[PRINT2] in the order to be expected, the deck last, and marked with its route', () => {
    const file = sampleFile() as { injects: { release: object; number: string; id: string }[] };
    const [note] = file.injects;
    if (note === undefined) throw new Error('the sample has no injects');
    file.injects.unshift({ ...note, id: 'spare', number: '9', release: { kind: 'deck' } });
    const loaded = parseScenario(file);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const groups = mselOf(editionOf(toPlaybook(loaded.scenario), 'en')).groups;
    const told = groups.map(({ title, rows }) => [
      title,
      rows.map(({ number, mark }) => `${number}${mark === null ? '' : ` ${mark}`}`).join(', '),
    ]);
    expect(told).toEqual([
      ['Day 1', '1, 2, 4, 3 Contingency, 5B Branch'],
      ['Day 2', '5A Branch'],
      ['Gates', '6'],
      ['Press', '7 By hand'],
      ['Deck', '9 Deck'],
    ]);
  });
});

describe('cards', () => {
  test.each(playbooks)(
    '[PRINT3] $name: every recipient gets every inject, nobody else does',
    ({ playbook }) => {
      for (const { teamId, cards } of decksOf(editionOf(playbook, 'en'))) {
        const got = cards.filter(({ card }) => card.kind === 'inject');
        const received = playbook.scenario.injects.filter(({ id }) =>
          playbook.recipients.get(id)?.includes(teamId),
        );
        expect(new Set(got.map(({ control }) => control.number))).toEqual(
          new Set(received.map(({ number }) => number)),
        );
      }
    },
  );

  test.each(playbooks)(
    '[PRINT3] $name: what an inject brings goes to those it is meant for',
    ({ playbook }) => {
      const { items, positions, obligations } = playbook.scenario;
      const decks = decksOf(editionOf(playbook, 'en'));
      const holders = (kind: string) =>
        decks.map(({ cards }) => cards.filter(({ card }) => card.kind === kind).length);
      const count = (list: readonly (readonly string[])[]) =>
        decks.map(({ teamId }) => list.filter((teams) => teams.includes(teamId)).length);
      const addressed = (to: readonly string[]) => addressedBy(playbook, to);
      expect(holders('item')).toEqual(count(items.map((item) => addressed(item.holders))));
      expect(holders('position')).toEqual(
        count(positions.map((one) => [...one.voices, ...addressed(one.participants)])),
      );
      expect(holders('report')).toEqual(count(obligations.map(({ teams }) => teams)));
    },
  );

  test('[PRINT3] a team reads its own words, and each draw that differs is a card', () => {
    const file = sampleFile() as { injects: object[] };
    file.injects[1] = {
      ...file.injects[1],
      variants: [
        { id: 'a', body: 'Variant A' },
        { id: 'b', body: 'Variant B' },
      ],
      perRecipient: [{ to: ['jp-port'], title: 'For the port', body: 'Port only' }],
    };
    const loaded = parseScenario(file);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const read = decksOf(editionOf(toPlaybook(loaded.scenario), 'en')).map(({ cards }) =>
      cards.flatMap(({ card, control }) =>
        card.kind === 'inject' && control.number === '2'
          ? [[card.title.text, card.body.text, control.alternative]]
          : [],
      ),
    );
    const both = [
      ['Report what you know', 'Variant A', 'form 1 of 2'],
      ['Report what you know', 'Variant B', 'form 2 of 2'],
    ];
    expect(read).toEqual([[['For the port', 'Port only', null]], both, both]);
  });

  test('[PRINT3] only what is announced to this team is asked of it on the card', () => {
    const asked = decksOf(editionOf(toPlaybook(sampleScenario()), 'en')).map(({ cards }) =>
      cards.flatMap(({ card, control }) =>
        card.kind === 'inject' && control.number === '2' ? card.tasks : [],
      ),
    );
    const answer = ['Answer (within 4 min of receipt)'];
    expect(asked).toEqual([answer, answer, answer]);
  });

  test('[PRINT3] a card has a code of its own, the same in every language', () => {
    const { playbook } = playbooks[0] ?? {};
    if (playbook === undefined) throw new Error('there is no scenario');
    const codes = handoutLanguages.map((language) =>
      decksOf(editionOf(playbook, language)).flatMap(({ cards }) =>
        cards.map(({ card }) => card.code),
      ),
    );
    expect(new Set(codes[0]).size).toBe(codes[0]?.length);
    expect(codes[1]).toEqual(codes[0]);
    expect(codes[2]).toEqual(codes[0]);
    const many = Array.from({ length: 30_000 }, (_, index) => `card ${index}`);
    expect(new Set(codesFor(many).values()).size).toBe(many.length);
  });
});

function addressedBy({ scenario }: Playbook, to: readonly string[]): string[] {
  return scenario.teams
    .filter(({ id, party }) => to.includes('all') || to.includes(id) || to.includes(party))
    .map(({ id }) => id);
}
