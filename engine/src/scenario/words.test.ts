import { describe, expect, test } from 'vitest';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { textsOf } from './localize.js';
import { frameTextAt, injectTextAt, withFrameText, wordsOfFrame, wordsOfInject } from './words.js';

/** What players are not told, or what goes by its name: the rest of a scenario's prose. */
const ofStaff =
  /\.(action|rationale|reason)$|criteria\[|^(endings|milestones)|^objectives.*\.(capability|target|criticalTasks)/;

const scenario = exchangeScenario((file) => {
  const inject = file.injects.find(({ id }: { id: string }) => id === 'later');
  inject.attachments = [{ file: 'map.png', title: 'A map', alt: 'Two harbours' }];
  inject.choices = ['stay', 'go'].map((id) => ({ id, label: id, rationale: 'Why.' }));
  const [phase] = file.phases;
  Object.assign(phase, { briefing: 'Good morning.', questions: ['Who leads?', 'Who follows?'] });
});

describe('[LANG8] what a scenario says to players has a place', () => {
  const places = [
    ...wordsOfFrame(scenario),
    ...scenario.injects.flatMap((inject) =>
      wordsOfInject(inject).map(({ place, text }) => ({
        place: `injects/${inject.id}/${place}`,
        text,
      })),
    ),
  ];

  test('all of its prose that is not the staff’s', () => {
    const alts = scenario.injects.flatMap(({ attachments = [] }) =>
      attachments.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
    );
    const told = [...textsOf(scenario)].filter(({ path }) => !ofStaff.test(path));
    const texts = (list: readonly { text: unknown }[]) =>
      list.map(({ text }) => JSON.stringify(text)).sort();
    expect(texts(places)).toEqual(texts([...told, ...alts.map((text) => ({ text }))]));
    expect(places.length).toBeGreaterThan(80);
  });

  test('each place is its text’s alone, and is found again', () => {
    expect(new Set(places.map(({ place }) => place)).size).toBe(places.length);
    for (const { place, text } of wordsOfFrame(scenario)) {
      expect(frameTextAt(scenario, place)).toBe(text);
    }
    const [inject] = scenario.injects;
    if (inject === undefined) throw new Error('no inject');
    for (const { place, text } of wordsOfInject(inject)) {
      expect(injectTextAt(inject, place)).toBe(text);
    }
  });

  test('one text is put in the place of another, and nothing else is touched', () => {
    const place = `phases/${scenario.phases[0]?.id}/questions/1`;
    const next = withFrameText(scenario, place, { en: 'Who follows?', fil: 'Sino ang sunod?' });
    expect(next.phases[0]?.questions).toEqual([
      'Who leads?',
      { en: 'Who follows?', fil: 'Sino ang sunod?' },
    ]);
    expect(scenario.phases[0]?.questions).toEqual(['Who leads?', 'Who follows?']);
    expect({ ...next, phases: [] }).toEqual({ ...scenario, phases: [] });
    expect(next.injects).toBe(scenario.injects);
    expect(withFrameText(scenario, 'phases/none/title', 'No')).toBe(scenario);
  });
});
