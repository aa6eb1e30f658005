import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { Section } from '../../parts/Section.tsx';
import { CameraPart } from './CameraPart.tsx';
import { CommandsPart } from './CommandsPart.tsx';
import { GunsPart } from './GunsPart.tsx';
import { RecorderPart } from './RecorderPart.tsx';
import { ScalePart } from './ScalePart.tsx';
import { SoundsPart } from './SoundsPart.tsx';
import './devices.css';

/** What hangs on the packing bench besides printers: guns, scale, recorder, camera. */
export function DevicesSection() {
  const { t } = useTranslation();
  const devices = useQuery(ask.devices.get.queryOptions()).data;
  if (devices === undefined) return null;
  return (
    <Section title={t('settings.section.devices')}>
      <GunsPart devices={devices} />
      <ScalePart devices={devices} />
      <SoundsPart devices={devices} />
      <CommandsPart />
      <RecorderPart devices={devices} />
      <CameraPart devices={devices} />
    </Section>
  );
}
