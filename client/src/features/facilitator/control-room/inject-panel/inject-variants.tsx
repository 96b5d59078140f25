/** An inject's other forms: which one was drawn, and another one instead while it is not out. */
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { FacilitatorEvent, FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { MarkdownText } from '../../../../ui/markdown-text';
import { useInjectBody } from '../../hooks/use-inject-body';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { isMovable } from '../../logic/inject-standing';

export function InjectVariants(props: { inject: FacilitatorInject; event: FacilitatorEvent }) {
  const { inject, event } = props;
  const { t } = useTranslation('facilitator');
  const { view, act, names } = useRoom();
  const may = useMay();
  const body = useInjectBody(inject.id);
  if (inject.variants.length === 0) return null;
  const canChoose = isMovable(event) && may.inject('ChooseVariant', inject.id);
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        {t('variants.title')}
      </Title>
      <Stack gap="xs">
        {inject.variants.map(({ id, title }) => {
          const isDrawn = id === event.variantId;
          const text = body?.variants.find((variant) => variant.id === id)?.body;
          return (
            <Paper key={id} withBorder p="xs">
              <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
                <Text size="sm" fw={600} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  {names.text(title)}
                </Text>
                {isDrawn ? (
                  <Badge variant="light" tt="none" radius="sm" style={{ flexShrink: 0 }}>
                    {t('variants.drawn')}
                  </Badge>
                ) : canChoose ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    aria-label={t('variants.chooseNamed', { title: names.text(title) })}
                    onClick={() =>
                      void act({ type: 'ChooseVariant', injectId: inject.id, variantId: id })
                    }
                  >
                    {t('variants.choose')}
                  </Button>
                ) : null}
              </Group>
              {text === undefined || isDrawn ? null : (
                <MarkdownText text={text} defaultLanguage={view.exercise.defaultLanguage} />
              )}
            </Paper>
          );
        })}
      </Stack>
    </section>
  );
}
