/** Every id stands for one thing. Code: `scenario/duplicate-id`. */
import type { Report } from './errors.js';
import type { Phase, Scenario } from './schema.js';
import { everyone } from './world-schema.js';

export function checkUnique(scenario: Scenario, report: Report): void {
  const once = (items: readonly { id: string }[], path: string, seen = new Set<string>()) => {
    items.forEach(({ id }, index) => {
      if (seen.has(id)) {
        report({
          code: 'scenario/duplicate-id',
          path: `${path}[${index}].id`,
          message: `"${id}" is used twice`,
          hint: 'give each its own id',
        });
      }
      seen.add(id);
    });
  };
  // Parties, teams and contacts share one name space: an inject is addressed to a party or a team,
  // and an item comes from a team or a contact.
  const addressable = new Set<string>([everyone]);
  once(scenario.parties, 'parties', addressable);
  once(scenario.teams, 'teams', addressable);
  once(scenario.contacts, 'contacts', addressable);
  for (const part of [
    'objectives',
    'injects',
    'assets',
    'indicators',
    'milestones',
    'endings',
    'items',
    'positions',
    'obligations',
  ] as const) {
    once(scenario[part], part);
  }
  const phases = new Set<string>();
  const oncePhases = (list: readonly Phase[], path: string) => {
    once(list, path, phases);
    list.forEach((phase, index) => {
      oncePhases(phase.phases ?? [], `${path}[${index}].phases`);
    });
  };
  oncePhases(scenario.phases, 'phases');
  scenario.injects.forEach((inject, index) => {
    once(inject.choices ?? [], `injects[${index}].choices`);
    once(inject.variants ?? [], `injects[${index}].variants`);
    once(inject.expectations, `injects[${index}].expectations`);
    inject.expectations.forEach(({ criteria }, place) => {
      once(criteria, `injects[${index}].expectations[${place}].criteria`);
    });
  });
  scenario.positions.forEach(({ options }, index) => {
    once(options ?? [], `positions[${index}].options`);
  });
  scenario.obligations.forEach(({ fields }, index) => {
    once(fields, `obligations[${index}].fields`);
  });
}
