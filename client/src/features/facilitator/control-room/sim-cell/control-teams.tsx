/** Answers in the name of the teams that control plays, and of the contacts it speaks for. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { TableId, TeamId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { formatPlayTime } from '../../../../ui/format-time';
import { type Command, useRoom, useTools } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import type { ControlTasks } from '../../logic/control-tasks';
import { Written } from '../../parts/written';
import { AnswerRequest } from '../answers/reply-part';
import { desk } from '../desk-styles';
import { InjectText } from '../inject-panel/inject-text';
import { ControlAnswer } from './control-answer';
import { ControlReport } from './control-report';

export function ControlTeams({ tasks }: { tasks: ControlTasks }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { view } = useRoom();
  const control = view.cast.tables.find(({ isControl }) => isControl)?.tableId ?? null;
  const { injects, requests, positions, obligations } = tasks;
  const isEmpty = injects.length + requests.length + positions.length + obligations.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={desk.scroll} tabIndex={0} aria-label={t('cell.forTeams')}>
      {isEmpty ? <EmptyState title={t('cell.nothing')} text={t('cell.nothingText')} /> : null}
      <ul className={desk.list}>
        {control === null
          ? null
          : injects.map(({ inject, delivery }) => (
              <li key={inject.id} className={desk.entry} data-state="open">
                <Text size="sm" fw={650}>
                  {t('moment.inject', { number: inject.number, title: names.text(inject.title) })}
                </Text>
                <details>
                  <summary>{t('cell.readIt')}</summary>
                  <InjectText inject={inject} />
                </details>
                <ControlAnswer inject={inject} tableId={control} delivery={delivery} />
              </li>
            ))}
        {requests.map((request) => (
          <Request key={request.seq} request={request} />
        ))}
        {positions.map((task) =>
          task.teamIds.map((teamId) => (
            <Stance
              key={`${task.position.id} ${teamId}`}
              position={task.position}
              teamId={teamId}
            />
          )),
        )}
        {control === null
          ? null
          : obligations.map((duty) => (
              <li key={duty.id} className={desk.entry} data-state="open">
                <Text size="sm" fw={650}>
                  {t('cell.reportDue', { title: names.text(duty.title) })}
                </Text>
                <ControlReport duty={duty} tableId={control as TableId} />
              </li>
            ))}
      </ul>
    </section>
  );
}

function Request({ request }: { request: ControlTasks['requests'][number] }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { view } = useRoom();
  const words = useStaffWords();
  const to = words.addressees(request.teams, request.contacts);
  const isPermission = request.kind === 'permission';
  const item = request.item === null ? '' : names.text(request.item.title);
  return (
    <li className={desk.entry} data-state="open">
      <Text size="xs" c="dimmed" className="tabular">
        {formatPlayTime(request.playMs)} · {names.table(request.fromTableId)}
      </Text>
      <Text size="sm" fw={650}>
        {isPermission ? t('feed.mayPass', { item, to }) : t('feed.asks', { to })}
      </Text>
      <Written
        text={request.text}
        translations={view.translations[`${request.seq} ${isPermission ? 'reason' : 'text'}`]}
      />
      <AnswerRequest requestSeq={request.seq} />
    </li>
  );
}

type TakeStance = Extract<Command, { type: 'TakeStance' }>;
const stances: readonly TakeStance['stance'][] = ['concur', 'object', 'abstain', 'reserve'];

function Stance(props: {
  position: ControlTasks['positions'][number]['position'];
  teamId: TeamId;
}) {
  const { position, teamId } = props;
  const { t } = useTranslation('facilitator');
  const { act, names } = useTools();
  const words = useStaffWords();
  const [optionId, setOption] = useState<string | null>(null);
  const [stance, setStance] = useState<TakeStance['stance']>('concur');
  const [reason, setReason] = useState('');
  const isText = position.text !== null;
  const take = () => {
    const on: TakeStance['on'] | null = isText
      ? { kind: 'version', version: position.version }
      : optionId === null
        ? null
        : { kind: 'option', optionId: optionId as never };
    if (on === null) return;
    void act({ type: 'TakeStance', positionId: position.id, teamId, on, stance, reason });
  };
  return (
    <li className={desk.entry} data-state="open">
      <Text size="sm" fw={650}>
        {t('cell.stanceOf', { team: words.team(teamId), position: names.text(position.title) })}
      </Text>
      <Text size="sm">{names.text(position.question)}</Text>
      <Stack gap={6} mt={6}>
        {isText ? null : (
          <Select
            size="xs"
            label={t('cell.option')}
            data={position.options.map(({ id, label }) => ({
              value: id,
              label: names.text(label),
            }))}
            value={optionId}
            onChange={setOption}
          />
        )}
        <Group gap={6} align="flex-end">
          <Select
            size="xs"
            w={160}
            label={t('cell.stance')}
            allowDeselect={false}
            data={stances.map((value) => ({ value, label: t(`feed.stanceNames.${value}`) }))}
            value={stance}
            onChange={(value) => {
              if (value !== null) setStance(value as TakeStance['stance']);
            }}
          />
          <TextInput
            size="xs"
            flex={1}
            miw={140}
            maxLength={300}
            label={t('feed.why')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" disabled={!isText && optionId === null} onClick={take}>
            {t('cell.stanceSend')}
          </Button>
        </Group>
      </Stack>
    </li>
  );
}
