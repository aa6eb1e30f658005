import { useTranslation } from 'react-i18next';
import type { PassedParcels } from '../../../shared/domain/trackingGroup.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { MarkChip, useSpanWords } from '../../work/MarkChip.tsx';

interface PassedChipProps {
  readonly passed: PassedParcels;
  onRemove(): void;
}

/** Which parcels made a step of their way, in words. */
export function usePassedWords(): (passed: PassedParcels) => string {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const spanWords = useSpanWords();
  return ({ step, from, to, carrier, province }) =>
    [
      t(`track.passed.${step}`, { days: spanWords({ from, to }) }),
      carrier === undefined ? '' : carrierName(carrier),
      province ?? '',
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The list is only of parcels that made a step of their way in some time; says so, and goes at a press. */
export function PassedChip({ passed, onRemove }: PassedChipProps) {
  return <MarkChip words={usePassedWords()(passed)} onRemove={onRemove} />;
}
