import { useTranslation } from 'react-i18next';
import type { FreightView } from '../../../../shared/contracts/freight.ts';
import { formatMoney } from '../../../parts/formatMoney.ts';

interface BookedFreightProps {
  readonly freight: FreightView;
  readonly parcelCount: number;
}

/** What the booking was estimated to cost when it was made, and by what; or why nobody knew. */
export function BookedFreight({ freight, parcelCount }: BookedFreightProps) {
  const { t } = useTranslation();
  if (!freight.isKnown) return <span className="soft">{t(`freight.unknown.${freight.reason}`)}</span>;
  const amount = formatMoney(freight.amountFen);
  const { source, tableName: table, zoneName: zone } = freight;
  return (
    <span title={t(`freight.by.${source}`, { table, zone }).trim()}>
      <span className="number">
        {parcelCount > 1
          ? t('freight.each', {
              amount,
              count: parcelCount,
              each: formatMoney(Math.round(freight.amountFen / parcelCount)),
            })
          : amount}
      </span>
    </span>
  );
}
