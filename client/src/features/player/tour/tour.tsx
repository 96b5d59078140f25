/** A short walk through the screen: skippable, by keyboard, and again from the help. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './tour.module.css';
import { type Box, cardSide, tourSteps } from './tour-model';

export function Tour({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('player');
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const step = tourSteps[at] ?? tourSteps[0];
  const box = useBoxOf(step.target);
  const isLast = at === tourSteps.length - 1;

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its heading on
  useEffect(() => heading.current?.focus(), [at]);

  const side = cardSide(box, { height: window.innerHeight });
  return (
    <dialog
      ref={dialog}
      className={classes.tour}
      data-side={side}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onEnd();
      }}
    >
      {box !== null && <div className={classes.ring} style={{ ...box }} aria-hidden />}
      <Stack gap="sm" className={classes.card ?? ''}>
        <Text size="xs" c="dimmed">
          {t('tour.step', { at: at + 1, of: tourSteps.length })}
        </Text>
        <Title
          ref={heading}
          id={titleId}
          order={2}
          size="h4"
          tabIndex={-1}
          style={{ outline: 'none' }}
        >
          {t(`tour.${step.name}.title`)}
        </Title>
        <Text size="sm">{t(`tour.${step.name}.text`)}</Text>
        <Group justify="space-between" gap={6} wrap="nowrap">
          {isLast ? (
            <span />
          ) : (
            <Button variant="subtle" size="sm" px={6} onClick={onEnd}>
              {t('tour.skip')}
            </Button>
          )}
          <Group gap="xs" wrap="nowrap">
            {at > 0 && (
              <Button variant="default" size="sm" px="sm" onClick={() => setAt(at - 1)}>
                {t('common:actions.back')}
              </Button>
            )}
            <Button size="sm" px="md" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
              {t(isLast ? 'tour.done' : 'tour.next')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </dialog>
  );
}

/** Where on the screen it is; null where this screen has nothing of the kind. */
function useBoxOf(target: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const element = document.querySelector(`[data-tour="${target}"]`);
      if (element === null) {
        setBox(null);
        return;
      }
      const { top, left, width, height } = element.getBoundingClientRect();
      setBox({ top, left, width, height });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [target]);
  return box;
}
