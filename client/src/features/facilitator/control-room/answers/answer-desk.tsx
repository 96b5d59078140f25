/** What can be done about one answer, each thing only for whoever may: mark, reply, note, score, remove. */
import { Group, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import type { FeedEntry } from '../../logic/answer-feed';
import { RemoveText } from '../../parts/remove-text';
import { desk } from '../desk-styles';
import { MarkPart, useMarkable } from './mark-part';
import { NotePart } from './note-part';
import { ReplyPart } from './reply-part';
import { ScorePart } from './score-part';

type PartName = 'mark' | 'reply' | 'note' | 'score';

export function AnswerDesk({ entry }: { entry: FeedEntry }) {
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const { view } = useRoom();
  const { tableId, injectId } = entry;
  const markable = useMarkable(injectId, tableId);
  // Evaluators and translators write to their colleagues only.
  const isVoice = may.seat?.role !== 'evaluator' && may.seat?.role !== 'translator';
  const isLive = view.exercise.stage === 'live';
  const parts: PartName[] = [
    ...(markable.length > 0 ? (['mark'] as const) : []),
    ...(isVoice && isLive && may.table('SendMessage', tableId) ? (['reply'] as const) : []),
    ...(may.table('NoteObservation', tableId) ? (['note'] as const) : []),
    ...(may.table('AdjustScore', tableId) ? (['score'] as const) : []),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = parts.find((part) => part === chosen) ?? parts[0] ?? null;
  return (
    <div className={desk.desk}>
      <Tabs value={shown} onChange={setChosen} keepMounted={false} variant="pills">
        <Group gap={4} justify="space-between" wrap="nowrap" align="flex-start">
          <Tabs.List aria-label={t('feed.actions')}>
            {parts.map((part) => (
              <Tabs.Tab key={part} value={part} size="xs" px={8} py={4} fz="xs">
                {t(`feed.parts.${part}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <RemovePart entry={entry} />
        </Group>
        <Tabs.Panel value="mark" pt="xs">
          <MarkPart expectations={markable} />
        </Tabs.Panel>
        <Tabs.Panel value="reply" pt="xs">
          <ReplyPart entry={entry} />
        </Tabs.Panel>
        <Tabs.Panel value="note" pt="xs">
          <NotePart entry={entry} />
        </Tabs.Panel>
        <Tabs.Panel value="score" pt="xs">
          <ScorePart tableId={tableId} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** A choice holds no words of anybody. */
function RemovePart({ entry }: { entry: FeedEntry }) {
  const text = textToRemove(entry);
  return text === null || text === '' ? null : <RemoveText factSeq={entry.seq} text={text} />;
}

function textToRemove(entry: FeedEntry): string | null {
  switch (entry.kind) {
    case 'response':
    case 'note':
    case 'message':
      return entry.text;
    case 'choice':
      return null;
    case 'share':
      return entry.share.facts;
    case 'request':
      return entry.request.text;
    case 'stance':
      return entry.stance.reason;
    case 'draft':
    case 'comment':
      return entry.draft.text;
    case 'report':
      return entry.obligation.report?.fields.map(({ text }) => text).find(Boolean) ?? null;
  }
}
