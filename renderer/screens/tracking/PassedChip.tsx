import { useTranslation } from 'react-i18next';
import type { PassedParcels } from '../../../shared/domain/trackingGroup.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { dateFormat } from '../../parts/format.ts';

interface PassedChipProps {
  readonly passed: PassedParcels;
  onRemove(): void;
}

/** The list is only of parcels that made a step of their way in some time; says so, and goes at a press. */
export function PassedChip({ passed: { step, from, to, carrier, province }, onRemove }: PassedChipProps) {
  const { t, i18n } = useTranslation();
  const carrierName = useCarrierNames();
  const day = dateFormat(i18n.language, { month: 'numeric', day: 'numeric' });
  const [first, last] = [day.format(from), day.format(to - 1)];
  const words = [
    t(`track.passed.${step}`, { days: to - from <= dayMs ? first : `${first} – ${last}` }),
    carrier === undefined ? '' : carrierName(carrier),
    province ?? '',
  ];
  return (
    <div className="line passed-chip">
      <Button size="small" icon="close" title={t('common.showAll')} onPress={onRemove}>
        {words.filter(Boolean).join(' · ')}
      </Button>
    </div>
  );
}
