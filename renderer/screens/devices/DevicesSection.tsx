import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { Section } from '../../parts/Section.tsx';
import { GunsPart } from './GunsPart.tsx';
import { RecorderPart } from './RecorderPart.tsx';
import { ScalePart } from './ScalePart.tsx';
import './devices.css';

/** What hangs on the packing bench besides printers: guns, scale, recorder. */
export function DevicesSection() {
  const { t } = useTranslation();
  const devices = useQuery(ask.devices.get.queryOptions()).data;
  if (devices === undefined) return null;
  return (
    <Section title={t('settings.section.devices')}>
      <GunsPart devices={devices} />
      <ScalePart devices={devices} />
      <RecorderPart devices={devices} />
    </Section>
  );
}
