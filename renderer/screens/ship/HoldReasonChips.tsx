import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type HoldReason, holdReasons } from '../../../shared/domain/order.ts';
import { orderQueries } from '../../bridge/queries/orderQueries.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';

interface HoldReasonChipsProps {
  readonly chosen: HoldReason | 'all';
  onChoose(reason: HoldReason | 'all'): void;
}

/** The held orders by why they are held; a reason nobody has is not offered. */
export function HoldReasonChips({ chosen, onChoose }: HoldReasonChipsProps) {
  const { t } = useTranslation();
  const counts = useQuery(orderQueries.holdCounts()).data ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = holdReasons.filter((reason) => (counts[reason] ?? 0) > 0 || reason === chosen);
  return (
    <FilterChips
      label={t('holding.reason')}
      chosen={chosen}
      onChoose={(id) => onChoose(id as HoldReason | 'all')}
      choices={[
        { id: 'all', label: t('holding.anyReason'), count: total },
        ...shown.map((id) => ({
          id,
          label: t(`holding.reasonOf.${id}`),
          count: counts[id] ?? 0,
          ...(id === 'refund' || id === 'booked-before' ? { tone: 'unsure' as const } : {}),
        })),
      ]}
    />
  );
}
