/** Sheets to be filled in: who is there, and what they thought of it. */
import {
  type Block,
  type Cell,
  facts,
  type Manual,
  paragraph,
  type Section,
  table,
} from './blocks.js';
import { type Edition, name, teamsOfParty } from './edition.js';

/** Rows of a sheet: a table is rarely larger. */
const signInRows = 12;

/** A sheet for each team's table, and one for staff. */
export function signInSheetsOf(edition: Edition): Manual {
  const { words, playbook } = edition;
  const { signIn } = words;
  return {
    title: words.titles.signIn,
    handling: 'players',
    notes: [],
    sections: [
      ...playbook.scenario.parties.flatMap((party) =>
        teamsOfParty(edition, party.id).map((team) =>
          signInSheet(edition, name(edition, team.name), name(edition, party.name)),
        ),
      ),
      signInSheet(edition, signIn.staff, signIn.staffRoles),
    ],
  };
}

function signInSheet({ words }: Edition, title: string, lead: string): Section {
  const { columns, privacy, tableNumber } = words.signIn;
  const blank = { kind: 'blank' } as const;
  return {
    title,
    lead,
    startsPage: true,
    blocks: [
      facts([[tableNumber, blank]]),
      table(
        [
          { title: columns.name, percent: 20 },
          { title: columns.organisation, percent: 22 },
          { title: columns.role, percent: 14 },
          { title: columns.team, percent: 12 },
          { title: columns.contact },
          { title: columns.signature, percent: 15 },
        ],
        Array.from({ length: signInRows }, (): Cell[] => Array.from({ length: 6 }, () => blank)),
      ),
      paragraph(privacy),
    ],
  };
}

export function feedbackFormOf({ words }: Edition): Manual {
  const { feedback } = words;
  const scale = ['1', '2', '3', '4', '5'];
  const statements = Object.values(feedback.statements).map((statement): Cell[] => [
    statement,
    ...scale.map(() => ({ kind: 'tick' }) as const),
  ]);
  const room = (title: string, count: number): Block => ({ kind: 'lines', title, count });
  return {
    title: words.titles.feedback,
    handling: 'players',
    notes: [],
    sections: [
      {
        title: words.titles.feedback,
        startsPage: true,
        blocks: [
          paragraph(feedback.about),
          { kind: 'ticks', items: Object.values(feedback.roles) },
          paragraph(feedback.scale),
          table(
            [{ title: feedback.statement }, ...scale.map((title) => ({ title, percent: 6 }))],
            statements,
          ),
          room(feedback.strengths, 3),
          room(feedback.improvements, 3),
          room(feedback.comments, 4),
        ],
      },
    ],
  };
}
