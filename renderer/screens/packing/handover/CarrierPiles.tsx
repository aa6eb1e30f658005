import { useTranslation } from 'react-i18next';
import type { HandoverCarrier } from '../../../../shared/contracts/packing/handover.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { formatCount } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/StateMark.tsx';

interface CarrierPilesProps {
  readonly carriers: readonly HandoverCarrier[];
  readonly chosen: string;
  onChoose(carrier: string): void;
}

/** One pile a carrier: what waits for its courier, what is late, what was left over. */
export function CarrierPiles({ carriers, chosen, onChoose }: CarrierPilesProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return (
    <ul className="plain-list handover-piles" aria-label={t('packing.piles')}>
      {carriers.map(({ carrier, packed, open, closed, late, leftOver }) => {
        const gone = closed.reduce((sum, { parcels }) => sum + parcels, 0);
        return (
          <li key={carrier}>
            <button
              type="button"
              className="panel handover-pile"
              aria-pressed={carrier === chosen}
              onClick={() => onChoose(carrier)}
            >
              <strong>{carrierName(carrier)}</strong>
              <span className="handover-count number">{formatCount(packed + (open?.parcels ?? 0))}</span>
              <span className="soft number">
                {[
                  open === null ? '' : t('packing.onList', { count: open.parcels }),
                  gone === 0 ? '' : t('packing.gone', { count: gone }),
                ]
                  .filter((text) => text !== '')
                  .join(' · ') || t('packing.waiting')}
              </span>
              {late > 0 && <StateMark tone="note" label={t('packing.late', { count: late })} />}
              {leftOver > 0 && <StateMark tone="failed" label={t('packing.leftOver', { count: leftOver })} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
