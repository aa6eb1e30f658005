import { useTranslation } from 'react-i18next';
import type { PassedParcels } from '../../../shared/domain/trackingGroup.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { MarkChip, useSpanWords } from '../../work/MarkChip.tsx';

interface PassedChipProps {
  readonly passed: PassedParcels;
  onRemove(): void;
}

/** The list is only of parcels that made a step of their way in some time; says so, and goes at a press. */
export function PassedChip({ passed: { step, from, to, carrier, province }, onRemove }: PassedChipProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const spanWords = useSpanWords();
  const words = [
    t(`track.passed.${step}`, { days: spanWords({ from, to }) }),
    carrier === undefined ? '' : carrierName(carrier),
    province ?? '',
  ];
  return <MarkChip words={words.filter(Boolean).join(' · ')} onRemove={onRemove} />;
}
