/** Where each voice stands on every option, or on the newest version of the text, and why. */
import { Badge, Group, Text } from '@mantine/core';
import type { FacilitatorPosition } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useTools } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import { type Spoken, spokenOn, subjectKey, subjectsOf } from '../../logic/joint-board';
import { Written } from '../../parts/written';
import css from './joint.module.css';
import { StanceMark } from './marks';
import { useSubjectName } from './use-subject-name';

export function StanceBoard({ position }: { position: FacilitatorPosition }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const subjectName = useSubjectName(position);
  const { status, agreedOn, optionPoints } = position;
  const agreed = agreedOn === null ? null : subjectKey(agreedOn);
  return subjectsOf(position).map((on) => {
    const key = subjectKey(on);
    const worth =
      on.kind === 'option' ? optionPoints.find(({ id }) => id === on.optionId) : undefined;
    // A text that nobody has to read yet is no more than its first version.
    if (on.kind === 'version' && status === 'waiting') {
      return (
        <Text key={key} size="sm" c="dimmed">
          {t('joint.textTogether')}
        </Text>
      );
    }
    return (
      <div key={key} className={css.box} data-chosen={key === agreed || undefined}>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {on.kind === 'option' ? subjectName(on) : t('joint.newest', { version: on.version })}
          </Text>
          {worth === undefined ? null : (
            <Badge variant="default" radius="sm" tt="none" size="sm">
              {t('joint.points', { count: worth.points })}
            </Badge>
          )}
        </Group>
        {worth === undefined || worth.rationale === null ? null : (
          <Text size="xs" c="dimmed">
            {names.text(worth.rationale)}
          </Text>
        )}
        {status === 'waiting' ? null : (
          <ul className={css.voices}>
            {spokenOn(position, on).map((spoken) => (
              <Voice key={spoken.voice.teamId} spoken={spoken} />
            ))}
          </ul>
        )}
      </div>
    );
  });
}

function Voice({ spoken: { voice, stance } }: { spoken: Spoken }) {
  const { t } = useTranslation('facilitator');
  const { team } = useStaffWords();
  return (
    <li>
      <div className={css.voice}>
        <StanceMark stance={stance?.stance ?? null} />
        <Text span size="sm">
          {team(voice.teamId)}
          {stance === null ? null : (
            <Text span size="xs" c="dimmed" className="tabular">
              {` · ${formatPlayTime(stance.playMs)}`}
              {stance.isByControl ? ` · ${t('joint.byControl')}` : ''}
            </Text>
          )}
        </Text>
      </div>
      {stance === null || stance.reason === '' ? null : (
        <div className={css.said}>
          <Written text={stance.reason} translations={stance.reasonIn} />
        </div>
      )}
    </li>
  );
}
