import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paymentKinds } from '../../../../shared/domain/intake/orderWishes.ts';
import { type EditableField, stopCode } from '../../../../shared/domain/order.ts';
import { openPickupStates } from '../../../../shared/domain/pickup.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Facts } from '../../../parts/DetailPane.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { formatPhone } from '../../../parts/format.ts';
import { letters } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { useAct } from '../../../work/useAct.ts';
import { contentOf, isWhole, ParcelFields, ReceiverLines } from './EditOrders.tsx';
import { type Changes, type Fields, useChanges } from './editChanges.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { oldNumbers } from './oldNumbers.ts';
import { WishFields } from './WishFields.tsx';

/**
 * Booked, or its number was given back and the order cancelled with it: both are changed and booked anew. Where the account is gone, a
 * person first answers whether the number is cancelled.
 */
function isOffered(order: OrderDetailView): boolean {
  const { state, shipmentState, errorCode, personalData } = order;
  if (stopCode(order) !== null || personalData.erasedAt !== null) return false;
  if (state === 'cancelled') return shipmentState === 'voided';
  const hasNumber = shipmentState === 'booked' || shipmentState === 'voiding';
  return state === 'booked' && hasNumber && errorCode !== 'VOID_ACCOUNT_REMOVED';
}

/** Changes what a booked order says: another receiver needs another number, so this is one act. */
export function RebookButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  return (
    <OpeningButton size="small" combo={letters.edit} label={t('rebook.short')} isOffered={isOffered(order)}>
      {(close) => <RebookDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

const reasons = ['moved', 'wrong', 'goods'] as const;

function RebookDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const before = contentOf(order, t('wish.yes'));
  const fields = useChanges(before);
  const { reason, isEnough, field } = useReason(
    t('common.reason'),
    reasons.map((id) => t(`rebook.reasons.${id}`)),
  );
  const { orderNo } = order;
  // Of the order as it was: once the act has ended, it has other numbers.
  const waybillNo = oldNumbers(order).join(t('common.listComma'));
  const rebook = useAct(
    () => core.parcels.rebook({ orderId: order.id, version: order.version, reason, changes: fields.changes }),
    {
      after: ({ planned }) => {
        const says = planned === 0 ? 'rebook.byHand' : 'rebook.done';
        say({ tone: 'done', says: t(says, { orderNo, waybillNo }) });
        onClose();
      },
      isShownInPlace: true,
    },
  );
  return (
    <AskDialog
      title={t('rebook.title', { orderNo })}
      width={720}
      yes={t('rebook.yes')}
      isForm
      isReady={isEnough && Object.keys(fields.changes).length > 0 && isWhole(fields)}
      {...rebook.dialog()}
      onClose={onClose}
    >
      {rebook.failure !== null && <p>{t(`rebook.left.${leftOf(order)}`, { waybillNo })}</p>}
      <div className="form-grid">
        <ReceiverLines order={order} fields={fields} />
        {/* Folded: the receiver is what mostly changes, and what follows has to be in sight with it. */}
        <details className="form-wide edit-wishes">
          <summary>{t('rebook.parcel')}</summary>
          <div className="form-grid">
            <ParcelFields fields={fields} isOfMany={false} />
          </div>
        </details>
        <WishFields fields={fields} wishes={order.wishes} isFolded />
      </div>
      <OldAndNew order={order} before={before} fields={fields} />
      <WhatFollows order={order} />
      {field}
    </AskDialog>
  );
}

/** How far an act came that did not end: the order says so itself. */
function leftOf({ state, shipmentState }: OrderDetailView) {
  if (state === 'cancelled') return 'cancelled';
  if (state !== 'booked') return 'changed';
  return shipmentState === 'voiding' ? 'unsure' : 'asItWas';
}

const labels = {
  name: 'field.name',
  phone: 'field.phone',
  extension: 'field.extension',
  province: 'field.province',
  city: 'field.city',
  district: 'field.district',
  town: 'field.town',
  detail: 'field.detail',
  goods: 'col.goods',
  weight: 'col.weight',
  boxes: 'col.parcels',
  cod: 'col.cod',
  insured: 'col.insured',
  carrier: 'col.carrier',
  sellerRemark: 'col.sellerRemark',
  product: 'wish.product',
  payment: 'wish.payment',
  monthlyCard: 'wish.monthlyCard',
  volume: 'wish.volume',
  returnSlip: 'wish.returnSlip',
  services: 'wish.services',
  sender: 'wish.sender',
} as const satisfies { readonly [Field in EditableField]?: string };
type Shown = keyof typeof labels;
const isShown = (name: string): name is Shown => Object.hasOwn(labels, name);

interface OldAndNewProps {
  readonly order: OrderDetailView;
  readonly before: Changes;
  readonly fields: Fields;
}

/** What is there, masked for whoever may not see it, beside what is to be. */
function OldAndNew({ order, before, fields }: OldAndNewProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { receiver, wishes } = order;
  const shown = (name: Shown, text: string): string => {
    if (name === 'phone') return formatPhone(text);
    if (name === 'carrier') return carrierName(text);
    const kind = name === 'payment' && paymentKinds.find((one) => one === text);
    return kind ? t(`wish.payer.${kind}`) : text.trim().split('\n').join('；');
  };
  const old: Changes = { ...before, ...receiver, sender: wishes.sender, monthlyCard: wishes.monthlyCard };
  const changed = Object.keys(fields.changes).filter(isShown);
  if (changed.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t('rebook.change')}>
      <h3>{t('rebook.change')}</h3>
      <ul className="plain-list">
        {changed.map((name) => (
          <li key={name}>
            <span className="soft">{t(labels[name])}</span>{' '}
            <Value text={shown(name, old[name] ?? '')} isOld /> →{' '}
            <Value text={shown(name, fields.changes[name] ?? '')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ text, isOld = false }: { readonly text: string; readonly isOld?: boolean }) {
  const { t } = useTranslation();
  if (text === '') return <span className="soft">{t('changes.nothing')}</span>;
  return isOld ? <del>{text}</del> : <ins>{text}</ins>;
}

/** What becomes of number, label and courier, said before it is done. */
function WhatFollows({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const pickups = useQuery(ask.pickup.ofOrder.queryOptions({ input: { orderId: order.id } })).data?.pickups;
  const [latest] = pickups ?? [];
  const hasPickup = latest !== undefined && openPickupStates.includes(latest.state);
  const waybillNo = oldNumbers(order).join(t('common.listComma'));
  const isGivenBack = order.state === 'cancelled';
  return (
    <section className="stack-tight" aria-label={t('rebook.follows')}>
      <h3>{t('rebook.follows')}</h3>
      <Facts
        facts={[
          [t('rebook.number'), t(isGivenBack ? 'rebook.numberGone' : 'rebook.numberNote', { waybillNo })],
          [t('rebook.label'), t(order.printState === null ? 'rebook.labelFirst' : 'rebook.labelNote')],
          [t('rebook.pickup'), t(hasPickup ? 'rebook.pickupNote' : 'rebook.noPickup')],
        ]}
      />
    </section>
  );
}
