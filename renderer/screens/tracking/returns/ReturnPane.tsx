import { useTranslation } from 'react-i18next';
import type { ReturnRow } from '../../../../shared/contracts/tracking/parcelCare.ts';
import { core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useAct } from '../../../work/useAct.ts';
import { OwnReturn } from './OwnReturn.tsx';
import { standingTone, useReturnReason } from './useReturnColumns.tsx';

/** One return beside the list: what is known of it, and the next step. */
export function ReturnPane({ row, onClose }: { readonly row: ReturnRow; onClose(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const reasonOf = useReturnReason();
  const when = useWhen(useNow());
  const { waybillNo, orderId, orderNo, outwardNo, standing, sinceAt } = row;
  const drop = useAct(() => core.parcelCare.dropReturn({ waybillNo, note: row.note }), {
    says: () => t('returns.dropped'),
    after: onClose,
  });
  return (
    <DetailPane
      label={waybillNo}
      head={
        <span className="grow">
          <StateMark tone={standingTone[standing]} label={t(`returns.standing.${standing}`)} />
        </span>
      }
      onClose={onClose}
    >
      <p>{t(`returns.next.${standing}`)}</p>
      <Facts
        isSmall
        facts={[
          [
            t('returns.col.waybillNo'),
            <span key="no" className="number">
              {waybillNo}
            </span>,
          ],
          [t('col.orderNo'), orderNo === '' ? t('returns.nobody') : orderNo],
          [t('returns.col.outwardNo'), outwardNo === waybillNo ? '' : outwardNo],
          [t('col.carrier'), carrierName(row.carrier)],
          [t('returns.col.reason'), reasonOf(row)],
          [t('returns.col.since'), sinceAt === null ? '' : when(sinceAt)],
          [t('returns.col.by'), row.receivedBy || row.createdBy],
          [t('returns.col.note'), row.note],
        ]}
      />
      {standing === 'unknown' && <OwnReturn waybillNo={waybillNo} onOwned={onClose} />}
      <div className="line">
        {orderId !== '' && (
          <Button size="small" icon="ship" onPress={() => go('ship', { orderId })}>
            {t('calls.toOrder')}
          </Button>
        )}
        {standing === 'expected' && (
          <Button size="small" {...drop.press()}>
            {t('returns.drop')}
          </Button>
        )}
      </div>
    </DetailPane>
  );
}
