import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import { ask } from '../../../bridge/core.ts';
import { questions } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { lettersOf } from '../../../parts/letters.ts';
import { useMerge } from './MergeChip.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

interface FamilyNoteProps {
  readonly order: OrderDetailView;
  onShow(orderId: string): void;
}

/** The other orders of this recipient, offered as one parcel with one key. */
function MergeHint({ order, onShow }: FamilyNoteProps) {
  const { t } = useTranslation();
  const hints = useQuery(questions.mergeHints('exact')).data;
  const group = hints?.groups.find(({ orders }) => orders.some(({ id }) => id === order.id));
  const { merge } = useMerge(onShow);
  if (group === undefined) return null;
  return (
    <div className="notice notice-note merge-hint" role="note">
      <div className="notice-words">
        <p className="notice-title">{t('merging.sameRecipient', { count: group.orders.length })}</p>
        <p className="number small">
          {group.orders.map(({ orderNo }) => orderNo).join(t('common.listComma'))}
        </p>
      </div>
      <div className="notice-actions">
        <KeyButton size="small" combo={lettersOf.ship.merge} {...merge.press(group.orders)}>
          {t('merging.merge')}
        </KeyButton>
      </div>
    </div>
  );
}

interface RelativesProps {
  readonly title: string;
  readonly label?: string;
  readonly members: readonly { readonly id: string; readonly orderNo: string; readonly note: string }[];
  readonly children?: ReactNode;
  onShow(orderId: string): void;
}

/** Orders that belong to this one; each leads to itself. */
function Relatives({ title, label = title, members, children, onShow }: RelativesProps) {
  return (
    <section className="stack-tight family" aria-label={label}>
      <h3>{title}</h3>
      <ul className="plain-list">
        {members.map(({ id, orderNo, note }) => (
          <li key={id} className="family-member">
            <button type="button" className="link number" onClick={() => onShow(id)}>
              {orderNo}
            </button>
            <span className="soft small">{note}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** An order of several, a part of one, an order that travels in another, or one in several parcels. */
function useFamilyTitle(): (originCount: number, parcelCount: number) => string {
  const { t } = useTranslation();
  return (originCount, parcelCount) => {
    if (originCount > 1) return t('merging.madeOf', { count: originCount });
    if (originCount === 1) return t('merging.fromOne');
    return parcelCount === 1 ? t('merging.travelsIn') : t('merging.becameTitle', { count: parcelCount });
  };
}

/** What an order was made of or became, with the way back; or the hint that it could travel with others. */
export function FamilyNote({ order, onShow }: FamilyNoteProps) {
  const { t } = useTranslation();
  const family = useQuery(ask.merging.family.queryOptions({ input: { orderId: order.id } })).data;
  const { undo } = useMerge(onShow);
  const familyTitle = useFamilyTitle();
  if (family === undefined) return null;
  const { origins, parcels, extras, extraOf } = family;
  const member = ({ id, orderNo, state, waybillNo }: OrderRow) => ({
    id,
    orderNo,
    note: waybillNo === '' ? t(`order.${state}`) : waybillNo,
  });
  // Parcels that were added to a booked order, or the order that this one was added to.
  const further = extras.length + extraOf.length > 0 && (
    <Relatives
      title={extras.length > 0 ? t('parcels.extraTitle', { count: extras.length }) : t('parcels.extraOf')}
      members={[...extraOf, ...extras].map(member)}
      onShow={onShow}
    />
  );
  if (origins.length === 0 && parcels.length === 0)
    return further || (order.state === 'ready' ? <MergeHint order={order} onShow={onShow} /> : null);
  const canUndo = order.waybillNo === '' && order.shipmentState === null;
  return (
    <>
      {further}
      <Relatives
        label={t('merging.family')}
        title={familyTitle(origins.length, parcels.length)}
        members={[
          ...origins.map(({ orderId: id, orderNo, goodsText: note }) => ({ id, orderNo, note })),
          ...parcels.map(member),
        ]}
        onShow={onShow}
      >
        {canUndo && (
          <div>
            <Button size="small" icon="undo" {...undo.press({ id: order.id, version: order.version })}>
              {t(origins.length > 1 || order.state === 'merged' ? 'merging.undo' : 'merging.undoSplit')}
            </Button>
          </div>
        )}
      </Relatives>
    </>
  );
}
