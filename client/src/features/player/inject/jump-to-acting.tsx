/** On a phone what is to be done stands below a long text: one press under the thumb leads there. */
import { Button } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowDown } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../player.module.css';

export function JumpToActing({ target }: { target: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('player');
  const isStill = useReducedMotion();
  const isInSight = useIsInSight(target);
  if (isInSight) return null;
  const jump = () => {
    target.current?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
    target.current?.focus({ preventScroll: true });
  };
  return (
    <div className={classes.jump}>
      <Button radius="xl" rightSection={<IconArrowDown size={17} aria-hidden />} onClick={jump}>
        {t('inject.jump')}
      </Button>
    </div>
  );
}

function useIsInSight(target: RefObject<HTMLElement | null>): boolean {
  const [isInSight, setInSight] = useState(true);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const watch = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      // What was passed on the way down was seen.
      if (last !== undefined) {
        setInSight(last.isIntersecting || last.boundingClientRect.bottom < window.innerHeight / 2);
      }
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [target]);
  return isInSight;
}
