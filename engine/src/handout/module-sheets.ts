/** A sheet for each module that has something to read: handed out when it begins. */
import { facts, type Manual, paragraph, type Section } from './blocks.js';
import { type Edition, name, prose } from './edition.js';
import { startOf } from './situation-manual.js';

export function moduleSheetsOf(edition: Edition): Manual {
  const { words, playbook } = edition;
  const phases = [...playbook.phases.values()].map(({ phase }) => phase);
  return {
    title: words.titles.moduleSheets,
    handling: 'players',
    notes: [],
    sections: phases
      .filter(({ briefing, questions }) => briefing !== undefined || questions.length > 0)
      .map((phase): Section => {
        return {
          title: name(edition, phase.title),
          startsPage: true,
          blocks: [
            facts([[words.sitman.storyBegins, startOf(edition, phase)]]),
            ...(phase.briefing === undefined
              ? []
              : [{ kind: 'markdown', text: prose(edition, phase.briefing) } as const]),
          ],
          sections:
            phase.questions.length === 0
              ? []
              : [
                  {
                    title: words.sitman.questions,
                    blocks: phase.questions.flatMap((question) => [
                      paragraph(prose(edition, question)),
                      { kind: 'lines', title: '', count: 4 } as const,
                    ]),
                  },
                ],
        };
      }),
  };
}
