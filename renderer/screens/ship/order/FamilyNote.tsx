import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import { mergeQueries } from '../../../bridge/queries/shipQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { useMerge } from './MergeChip.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

interface FamilyNoteProps {
  readonly order: OrderDetailView;
  onShow(orderId: string): void;
}

/** The other orders of this recipient, offered as one parcel with one key. */
function MergeHint({ order, onShow }: FamilyNoteProps) {
  const { t } = useTranslation();
  const hints = useQuery(mergeQueries.hints('exact')).data;
  const group = hints?.groups.find(({ orders }) => orders.some(({ id }) => id === order.id));
  const { merge } = useMerge(onShow);
  const run = (): void => {
    if (group !== undefined && !merge.isPending) merge.mutate(group.orders);
  };
  useKeys(group === undefined ? [] : [{ combo: 'm', says: t('merging.merge'), run }]);
  if (group === undefined) return null;
  return (
    <div className="notice notice-unsure merge-hint" role="note">
      <div className="notice-words">
        <p className="notice-title">{t('merging.sameRecipient', { count: group.orders.length })}</p>
        <p className="number small">
          {group.orders.map(({ orderNo }) => orderNo).join(t('common.listComma'))}
        </p>
      </div>
      <div className="notice-actions">
        <Button size="small" keyHint="M" isBusy={merge.isPending} onPress={run}>
          {t('merging.merge')}
        </Button>
      </div>
    </div>
  );
}

interface ExtraParcelsProps {
  readonly extras: readonly OrderRow[];
  readonly extraOf: readonly OrderRow[];
  onShow(orderId: string): void;
}

/** Parcels that were added to a booked order, or the order that this one was added to. */
function ExtraParcels({ extras, extraOf, onShow }: ExtraParcelsProps) {
  const { t } = useTranslation();
  const title = extras.length > 0 ? t('parcels.extraTitle', { count: extras.length }) : t('parcels.extraOf');
  return (
    <section className="stack-tight family" aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list">
        {[...extraOf, ...extras].map(({ id, orderNo, state, waybillNo }) => (
          <li key={id} className="family-member">
            <button type="button" className="link number" onClick={() => onShow(id)}>
              {orderNo}
            </button>
            <span className="soft small">{waybillNo === '' ? t(`order.${state}`) : waybillNo}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an order was made of or became, with the way back; or the hint that it could travel with others. */
export function FamilyNote({ order, onShow }: FamilyNoteProps) {
  const { t } = useTranslation();
  const family = useQuery(mergeQueries.family(order.id)).data;
  const { undo } = useMerge(onShow);
  if (family === undefined) return null;
  const { origins, parcels, extras, extraOf } = family;
  const further = extras.length + extraOf.length > 0 && (
    <ExtraParcels extras={extras} extraOf={extraOf} onShow={onShow} />
  );
  if (origins.length === 0 && parcels.length === 0)
    return further || (order.state === 'ready' ? <MergeHint order={order} onShow={onShow} /> : null);
  const canUndo = order.waybillNo === '' && order.shipmentState === null;
  return (
    <>
      {further}
      <section className="stack-tight family" aria-label={t('merging.family')}>
        <h3>
          {t(origins.length > 0 ? 'merging.madeOf' : 'merging.becameTitle', {
            count: origins.length || parcels.length,
          })}
        </h3>
        <ul className="plain-list">
          {origins.map(({ orderId, orderNo, goodsText }) => (
            <li key={orderId} className="family-member">
              <button type="button" className="link number" onClick={() => onShow(orderId)}>
                {orderNo}
              </button>
              <span className="soft small">{goodsText}</span>
            </li>
          ))}
          {parcels.map(({ id, orderNo, state, waybillNo }) => (
            <li key={id} className="family-member">
              <button type="button" className="link number" onClick={() => onShow(id)}>
                {orderNo}
              </button>
              <span className="soft small">{waybillNo === '' ? t(`order.${state}`) : waybillNo}</span>
            </li>
          ))}
        </ul>
        {canUndo && (
          <div>
            <Button size="small" icon="undo" {...undo.press({ id: order.id, version: order.version })}>
              {t(origins.length > 1 || order.state === 'merged' ? 'merging.undo' : 'merging.undoSplit')}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
