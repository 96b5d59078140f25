/** The panels of the room, fetched when they are first shown. */
import { lazy, memo } from 'react';
import { Panel } from '../parts/panel-boundary';

/** These two are seen first: they are on their way before anybody asks. */
const answers = import('./answers/answers-panel');
const teams = import('./teams/teams-panel');
const Answers = lazy(async () => ({ default: (await answers).AnswersPanel }));
const Teams = lazy(async () => ({ default: (await teams).TeamsPanel }));
const SimCell = lazy(async () => ({
  default: (await import('./sim-cell/sim-cell-panel')).SimCellPanel,
}));
const Messages = lazy(async () => ({
  default: (await import('./sim-cell/messages-panel')).TableMessages,
}));
const Scores = lazy(async () => ({ default: (await import('./scores/scores-panel')).ScoresPanel }));
const StaffLine = lazy(async () => ({
  default: (await import('./staff-line/staff-line-panel')).StaffLinePanel,
}));
const Translation = lazy(async () => ({
  default: (await import('./translation/translation-desk')).TranslationDesk,
}));
const World = lazy(async () => ({ default: (await import('./world/world-panel')).WorldPanel }));
const Joint = lazy(async () => ({ default: (await import('./joint/joint-panel')).JointPanel }));

/** Each draws itself anew; what stands around it does not make it. */
const inPanel = (Content: React.ComponentType) =>
  memo(function InPanel() {
    return (
      <Panel>
        <Content />
      </Panel>
    );
  });

export const AnswersPanel = inPanel(Answers);
export const TeamsPanel = inPanel(Teams);
export const SimCellPanel = inPanel(SimCell);
export const MessagesPanel = inPanel(Messages);
export const ScoresPanel = inPanel(Scores);
export const StaffLinePanel = inPanel(StaffLine);
export const TranslationDesk = inPanel(Translation);
export const WorldPanel = inPanel(World);
export const JointPanel = inPanel(Joint);
