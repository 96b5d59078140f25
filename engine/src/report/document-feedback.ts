/** What participants said, for staff. */
import { type Block, paragraph, type Section, table } from '../handout/blocks.js';
import type { FeedbackComment } from '../protocol/feedback.js';
import { feedbackMarks, fewestToTellApart } from '../protocol/feedback-questions.js';
import type { Reader } from './reader.js';
import { fill } from './words/words.js';

export function feedbackSection(reader: Reader): Section | null {
  const { words, takeaway, common } = reader;
  const { feedback } = takeaway;
  if (feedback === null) return null;
  const title = words.sections.feedback;
  if (feedback.answered === 0) return { title, blocks: [paragraph(words.empty.feedback)] };
  const { answered, asked } = feedback;
  const blocks: Block[] = [
    paragraph(fill(words.feedback.answered, { answered, asked })),
    paragraph(fill(words.feedback.anonymous, { fewest: fewestToTellApart })),
    table(
      [
        { title: words.columns.statement },
        { title: words.columns.average, percent: 11, isNumber: true },
        ...feedbackMarks.map((mark) => ({ title: String(mark), percent: 7, isNumber: true })),
      ],
      feedback.statements.map(({ statement, average, distribution }) => [
        common.feedback.statements[statement],
        average === null ? '–' : average.toFixed(2),
        ...distribution.map(String),
      ]),
    ),
    paragraph(words.feedback.scale),
  ];
  const comments = (heading: string, list: readonly FeedbackComment[]): Section[] =>
    list.length === 0
      ? []
      : [
          {
            title: heading,
            blocks: [
              {
                kind: 'list',
                points: list.map(({ tableId, text }) => ({
                  text: tableId === null ? text : `${text} (${reader.table(tableId)})`,
                })),
              },
            ],
          },
        ];
  return {
    title,
    blocks,
    sections: [
      ...comments(common.feedback.strengths, feedback.strengths),
      ...comments(common.feedback.improvements, feedback.improvements),
      ...comments(common.feedback.comments, feedback.comments),
    ],
  };
}
