/** The modules under way; their questions take turns where they do not fit. */
import { Title } from '@mantine/core';
import { Rotating } from './rotating';
import { useWall } from './use-wall';
import css from './wall-modules.module.css';

export function WallModules() {
  const { view, text } = useWall();
  return (
    <div className={css.modules}>
      {view.phases.map((phase) => (
        <section key={phase.id} className={css.phase}>
          <Title order={2} className={css.moduleTitle ?? ''}>
            {text(phase.title)}
          </Title>
          {phase.questions.length === 0 ? null : (
            <Rotating as="ol" className={css.questions} label={text(phase.title)}>
              {phase.questions.map((question) => (
                <span key={text(question)}>{text(question)}</span>
              ))}
            </Rotating>
          )}
        </section>
      ))}
    </div>
  );
}
