import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { articleName } from '../../../../shared/domain/order.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { ask, type core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { formatMoney, formatWeight } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { Moment } from '../../../work/Moment.tsx';
import { BookingStory } from './BookingStory.tsx';
import { CourierSection } from './CourierSection.tsx';
import { FamilyNote } from './FamilyNote.tsx';
import { HoldNotice } from './HoldActions.tsx';
import { type NotePart, notePartsOf } from './historyNote.ts';
import { OrderActions } from './OrderActions.tsx';
import { orderMark } from './orderMark.ts';
import { ParcelList } from './ParcelList.tsx';
import { ParcelPhotos } from './ParcelPhotos.tsx';
import { ReceiverFacts } from './ReceiverFacts.tsx';
import { SaleFactsList } from './SaleFields.tsx';
import { SituationCard } from './SituationCard.tsx';
import { BookedFreight, WhyCarrier } from './WhyCarrier.tsx';
import { WishFacts } from './WishFields.tsx';

export type OrderDetailView = Awaited<ReturnType<typeof core.orders.detail>>;

/** What is wrong or unsure with this order now, in words, and what the program does about it. */
function OrderTrouble({ order }: { readonly order: OrderDetailView }) {
  const describe = useDescribe();
  const mark = orderMark(order).tone;
  const tone = mark === 'unsure' || mark === 'failed' ? mark : 'info';
  const first = order.complaints.find(({ code }) => code === order.errorCode);
  const complaints = order.complaints.filter(({ code }) => code !== order.errorCode);
  return (
    <>
      {order.errorCode !== '' && (
        <FailureNotice
          tone={tone}
          failure={{ code: order.errorCode, params: { ...first?.params, orderNo: order.orderNo } }}
        />
      )}
      {complaints.length > 0 && (
        <ul className="plain-list complaints">
          {complaints.map(({ code, field, params }) => (
            <li key={`${code}-${field}`}>
              {describe(code, params).says} <code className="code">{code}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The day on which the personal data of an ended order goes or went, or what keeps it; null: it goes on no day. */
function usePersonalDataWords({ personalData }: OrderDetailView): string | null {
  const { t } = useTranslation();
  const { erasedAt, goesAt, keptFor } = personalData;
  if (erasedAt !== null) return t('retention.goneSince', { day: shopDate(erasedAt) });
  if (goesAt !== null) return t('retention.goesOn', { day: shopDate(goesAt) });
  return keptFor === null ? null : t('retention.keeps', { reason: t(`keptFor.${keptFor}`) });
}

function OrderFacts({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const personalData = usePersonalDataWords(order);
  return (
    <Facts
      facts={[
        [t('retention.ofOrder'), personalData],
        [t('col.carrier'), carrierName(order.carrier)],
        [
          t('col.waybillNo'),
          order.waybillNo === '' ? null : (
            <span key="waybill" className="number selectable">
              {order.waybillNo}
            </span>
          ),
        ],
        [t('col.receiptWaybillNo'), order.receiptWaybillNo],
        [t('col.weight'), order.weightGrams === null ? null : formatWeight(order.weightGrams)],
        [
          t('col.freight'),
          order.freight === null ? null : (
            <BookedFreight key="freight" freight={order.freight} parcelCount={order.parcelCount} />
          ),
        ],
        [t('col.expectedDate'), order.expectedDate],
        [t('col.parcels'), order.parcelCount > 1 ? order.parcelCount : null],
        [t('col.cod'), order.codAmountFen > 0 ? formatMoney(order.codAmountFen) : null],
        [t('col.insured'), order.insuredValueFen > 0 ? formatMoney(order.insuredValueFen) : null],
        [t('col.buyerRemark'), order.buyerRemark],
        [t('col.sellerRemark'), order.sellerRemark],
      ]}
    >
      <ReceiverFacts key={order.id} order={order} />
    </Facts>
  );
}

/** What the platform forbids is sent as something that reads the same; nobody should find that out on the label. */
function SentTexts({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  if (order.sentAs.length === 0) return null;
  return (
    <section>
      <h3>{t('ship.sentAs')}</h3>
      <ul className="plain-list">
        {order.sentAs.map(({ field, before, after }) => (
          <li key={`${field}-${before}`}>
            <span className="soft">{t(`ship.sentField.${field}`)}</span> {before} → {after}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrderHistory({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const wordsOf = (part: NotePart): string => {
    if (part.of === 'hold') return t(`hold.${part.word}`);
    if (part.of === 'packReason') return t(`packReason.${part.word}`);
    return part.of === 'packOverride' ? t(`packOverride.${part.word}`) : part.word;
  };
  return (
    <section>
      <h3>{t('ship.history')}</h3>
      <ol className="plain-list timeline">
        {order.history.map(({ at, kind, code, note, operator }) => (
          <li key={`${at}-${kind}-${code}`}>
            <Moment at={at} />
            <span>
              {t(`history.${kind}`, { defaultValue: t('history.other') })}
              {operator !== '' && <span className="soft"> {operator}</span>}
              <span className="soft"> {notePartsOf({ kind, note }).map(wordsOf).join(' · ')}</span>
              {code !== '' && <code className="code"> {code}</code>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** While the booking is in one of these, its card says more than the error of the order. */
const openStates: readonly string[] = ['planned', 'sending', 'unsure', 'voiding'];

interface OrderDetailProps {
  readonly orderId: string;
  /** Leads to another order: one it was merged with or split into. */
  onShow(orderId: string): void;
  onClose(): void;
}

/** One order beside the table: what it is, what is wrong, what can be done, what happened. */
export function OrderDetail({ orderId, onShow, onClose }: OrderDetailProps) {
  const { t } = useTranslation();
  const detail = useQuery(ask.orders.detail.queryOptions({ input: { orderId } }));
  const order = detail.data;
  const story = useQuery(ask.story.ofOrder.queryOptions({ input: { orderId } })).data?.shipments ?? [];
  const [current] = story;
  const isOpen = current !== undefined && openStates.includes(current.state);
  const mark = order === undefined ? null : orderMark(order);
  return (
    <DetailPane
      label={t('ship.detail')}
      head={<strong className="number selectable grow">{order?.orderNo ?? ''}</strong>}
      failure={failureIn(detail)}
      isReading={detail.isPending}
      onClose={onClose}
    >
      {order !== undefined && mark !== null && (
        <>
          <div className="line">
            <StateMark tone={mark.tone} label={t(`order.${mark.state}`)} />
            <span className="soft small">
              {[t(`source.${order.source}`, order.source), order.shop].filter(Boolean).join(' · ')}
            </span>
          </div>
          <HoldNotice order={order} />
          {isOpen ? <SituationCard order={order} shipment={current} /> : <OrderTrouble order={order} />}
          <FamilyNote order={order} onShow={onShow} />
          <OrderActions order={order} />
          {isOpen && <BookingStory shipments={story} />}
          <ParcelList order={order} />
          <OrderFacts order={order} />
          <CourierSection order={order} />
          <WhyCarrier order={order} />
          <section>
            <h3>{t('col.goods')}</h3>
            <ul className="plain-list">
              {order.items.map((item) => (
                <li key={`${item.skuCode}-${item.name}`} className="goods-line">
                  <span>
                    {articleName(item)}
                    {item.isGift && <span className="soft small"> {t('ship.gift')}</span>}
                  </span>
                  <span className="number">{`×${item.quantity}`}</span>
                </li>
              ))}
            </ul>
          </section>
          <WishFacts wishes={order.wishes} />
          <SaleFactsList sale={order.sale} />
          <SentTexts order={order} />
          {!isOpen && <BookingStory shipments={story} />}
          <OrderHistory order={order} />
          <ParcelPhotos order={order} />
        </>
      )}
    </DetailPane>
  );
}
