/** A part of the room with its name on top and what scrolls below. */
import { Title } from '@mantine/core';
import type { HTMLAttributes, ReactNode } from 'react';
import { desk } from '../control-room/desk-styles';

interface PanelProps {
  readonly title: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  /** Between the head and what scrolls. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
  readonly scroll?: HTMLAttributes<HTMLDivElement> & { ref?: React.Ref<HTMLDivElement> };
}

export function Panel({ title, tools, banner, children, scroll }: PanelProps) {
  return (
    <section className={desk.panel} aria-label={title}>
      <div className={desk.head}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {tools}
      </div>
      {banner}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className={desk.scroll} tabIndex={0} {...scroll}>
        {children}
      </div>
    </section>
  );
}
