/** The same command with a canary for each text that a person wrote. */
import type { Command, CommandOf, CommandType } from '@trilogue/engine/exercise/commands';
import type { Canary } from './canary.js';

/** Where people write; kinds left out carry no text of theirs, or are seen to below. */
const written: { readonly [Type in CommandType]?: readonly (keyof CommandOf<Type>)[] } = {
  PauseClock: ['reason'],
  SkipInject: ['reason'],
  RecallInject: ['reason'],
  EditInject: ['title', 'body'],
  ImproviseInject: ['title', 'body'],
  MarkExpectation: ['reason'],
  AdjustScore: ['reason'],
  OverridePosition: ['reason'],
  Rewind: ['reason'],
  SendResponse: ['text'],
  ShareInformation: ['facts', 'ask'],
  RequestInformation: ['text'],
  RequestPermission: ['reason'],
  AnswerRequest: ['text'],
  TakeStance: ['reason'],
  DraftText: ['text'],
  CommentOnDraft: ['text'],
  NoteObservation: ['text'],
  RateObjective: ['reason'],
  ConfirmRating: ['reason'],
  AddTranslation: ['text'],
  TranslateScenario: ['text'],
  SendMessage: ['text'],
  RaiseRealWorld: ['reason'],
  EndExercise: ['reason'],
};

export function typed(command: Command, { tokens, scenario }: Canary): Command {
  const of = scenario.id;
  switch (command.type) {
    case 'CreateExercise': {
      const title = tokens.mint({ kind: 'exercise title', of });
      return { ...command, title, scenarioHash: tokens.mint({ kind: 'scenario id', of }) };
    }
    case 'CastTeams':
      return {
        ...command,
        casting: {
          ...command.casting,
          tables: command.casting.tables.map((table) => ({
            ...table,
            name: `Table ${tokens.mint({ kind: 'table name', of: table.tableId })}`,
          })),
        },
      };
    default: {
      const keys: readonly string[] = written[command.type] ?? [];
      const write = () => `Typed ${tokens.mint({ kind: 'typed', of: command.type })}`;
      const entries = Object.entries(command).map(([key, value]) => [
        key,
        keys.includes(key) ? inItsPlace(value, write) : value,
      ]);
      // Texts in the place of texts.
      const next = Object.fromEntries(entries) as Command;
      if (next.type !== 'FileReport') return next;
      return {
        ...next,
        fields: next.fields.map((field) => ({ ...field, text: inItsPlace(field.text, write) })),
      };
    }
  }
}

/** What was left empty stays so: it may decide whether the command is accepted. */
function inItsPlace<Text>(text: Text, write: () => string): Text {
  if (typeof text === 'string') return (text === '' ? '' : write()) as Text;
  if (typeof text !== 'object' || text === null) return text;
  const languages = Object.entries(text).map(([language]) => [language, write()]);
  return Object.fromEntries(languages) as Text;
}
