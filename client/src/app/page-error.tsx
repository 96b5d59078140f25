/**
 * A screen broke: say so, offer to load it anew. Where only its code could not be fetched, it is fetched
 * once there is a line again. What was sent is safe on the server.
 */
import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestWaitMs } from '../connection/line';
import { NoLine } from '../ui/no-line';

export function PageError({ isUnfetched }: { isUnfetched: boolean }) {
  return isUnfetched ? <Unfetched /> : <Broken />;
}

function Broken() {
  const { t } = useTranslation('common');
  return (
    <Container size="xs" py="xl">
      <Stack>
        <Title order={1} size="h2">
          {t('pageError.title')}
        </Title>
        <Text>{t('pageError.text')}</Text>
        <Button onClick={() => window.location.reload()}>{t('pageError.reload')}</Button>
      </Stack>
    </Container>
  );
}

/** A server that answers all the while lacks the code: loading the page again and again would not help. */
function Unfetched() {
  const [isAway, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    let timer = 0;
    let wasAway = false;
    const look = async () => {
      const isThere = await fetch('/healthz').then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere && wasAway) {
        window.location.reload();
        return;
      }
      wasAway = !isThere;
      setAway(wasAway);
      if (wasAway) timer = window.setTimeout(() => void look(), longestWaitMs);
    };
    void look();
    return () => clearTimeout(timer);
  }, []);
  if (isAway === null) return null;
  return isAway ? (
    <Container size="sm" py="xl" component="main">
      <NoLine />
    </Container>
  ) : (
    <Broken />
  );
}
