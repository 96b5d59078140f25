/** Where the story stands: phase, map, what changed, gauges, what is owed, and who does what here. */
import { Stack, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { AssetId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../exchange/words-ahead';
import { Missions } from '../missions';
import { TableMembers } from '../table-members';
import { usePlayer } from '../use-player';
import { Changes } from './changes-part';
import { Gauges } from './gauges-part';
import { Glance } from './glance-part';
import { MapPart } from './map-part';
import { PhasePart } from './phase-part';
import classes from './situation.module.css';
import { Systems } from './systems-part';

/** From here on story and world stand side by side. In px of the panel's own width. */
const sideBySide = 820;

export function SituationPanel() {
  const { view } = usePlayer();
  const { ref, width } = useElementSize();
  const [selectedId, select] = useState<AssetId | null>(null);
  const phases = view.phases.map((phase) => <PhasePart key={phase.id} phase={phase} />);
  const map = <MapPart selectedId={selectedId} onSelect={select} />;
  const systems = <Systems selectedId={selectedId} />;
  return (
    <div ref={ref} className={classes.panel}>
      {width >= sideBySide ? (
        <div className={classes.columns}>
          <Stack gap="lg">
            {phases}
            <Glance />
            <Gauges />
            <OwnTable />
          </Stack>
          <Stack gap="lg">
            {map}
            <Changes />
            {systems}
          </Stack>
        </div>
      ) : (
        width > 0 && (
          <Stack gap="lg">
            {phases}
            {map}
            <Changes />
            <Glance />
            <Gauges />
            {systems}
            <OwnTable />
          </Stack>
        )
      )}
    </div>
  );
}

function OwnTable() {
  const { t } = useTranslation('player');
  return (
    <>
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('situation.missions')}
        </Title>
        <Missions />
      </section>
      <TableMembers />
    </>
  );
}
