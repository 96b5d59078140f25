/** REAL WORLD: everybody may call it, and it lies over everything until the director lifts it. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { RealWorldCall } from '../../ui/real-world-call';
import { RealWorldOverlay } from '../../ui/real-world-overlay';
import { useEvaluator } from './use-evaluator';

const longestReason = 300;

export function RealWorldButton() {
  const { t } = useTranslation('evaluator');
  const { act, view } = useEvaluator();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const isCalled = view.exercise.realWorld !== null;
  const close = () => setIsAsking(false);
  return (
    <>
      <RealWorldCall onClick={() => setIsAsking(true)} />
      <Dialog isOpen={isAsking && !isCalled} onClose={close} title={t('realWorld.title')}>
        <Stack>
          <Text size="sm">{t('realWorld.text')}</Text>
          <Textarea
            data-autofocus
            label={t('realWorld.reason')}
            maxLength={longestReason}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button
              color="red.9"
              translate="no"
              onClick={() => {
                close();
                void act({ type: 'RaiseRealWorld', reason: reason.trim() });
              }}
            >
              REAL WORLD
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** Nothing where nobody called it. */
export function RealWorldNow() {
  const { view, person } = useEvaluator();
  const { realWorld } = view.exercise;
  return realWorld === null ? null : (
    <RealWorldOverlay raisedBy={person(realWorld.seatId)} reason={realWorld.reason} />
  );
}
