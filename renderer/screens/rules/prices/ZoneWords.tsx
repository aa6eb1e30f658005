import { useTranslation } from 'react-i18next';
import type { PriceZone } from '../../../../shared/domain/freight.ts';
import { formatMoney } from '../../../parts/formatMoney.ts';
import { isZoneStart, type PriceLine } from './priceLines.ts';
import { useStepWords } from './useStepWords.ts';

interface ZoneWordsProps {
  readonly lines: readonly PriceLine[];
  /** The line the cursor is in, from 1. */
  readonly lineNo: number;
  readonly zones: readonly PriceZone[];
}

/** How the zone at the cursor is understood, in one sentence. */
export function ZoneWords({ lines, lineNo, zones }: ZoneWordsProps) {
  const { t } = useTranslation();
  const stepWords = useStepWords();
  const start = lines.slice(0, lineNo).filter(isZoneStart).at(-1);
  if (start === undefined) return null;
  const name = start.cells.zone.trim() || start.cells.places.trim().slice(0, 40);
  const zone = zones.find((one) => one.name === name);
  if (zone === undefined) return null;
  const { places, steps, surchargeFen } = zone;
  const said = [
    ...steps.map(stepWords),
    ...(surchargeFen > 0 ? [t('rules.prices.surcharge', { amount: formatMoney(surchargeFen) })] : []),
  ];
  return (
    <p className="price-words small" aria-live="polite">
      <strong>{name}</strong>
      {' · '}
      {places.map(({ province, city }) => (city === '' ? province : city)).join(t('common.listComma'))}
      <span className="soft">
        {' · '}
        {said.join(t('prices.join'))}
      </span>
    </p>
  );
}
