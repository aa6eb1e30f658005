import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickupRow } from '../../../../shared/contracts/booking.ts';
import { openPickupStates } from '../../../../shared/domain/pickup.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useNow } from '../../../bridge/page.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { dateFormat, formatMoney } from '../../../parts/format.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

const tones: Readonly<Record<PickupRow['state'], Tone>> = {
  sending: 'active',
  unsure: 'unsure',
  placed: 'waiting',
  assigned: 'active',
  collected: 'done',
  cancelling: 'unsure',
  cancelled: 'rest',
  failed: 'failed',
  refused: 'failed',
};

function PickupLine({ pickup }: { readonly pickup: PickupRow }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const slotWords = useSlotWords();
  const { state, startAt, endAt, waybillNo, costFen, errorCode, accountName } = pickup;
  const facts = [
    accountName,
    startAt === null || endAt === null ? t('pickup.anyTime') : slotWords({ startAt, endAt }),
    waybillNo,
    costFen === null ? '' : formatMoney(costFen),
  ];
  return (
    <>
      <p className="line">
        <StateMark tone={tones[state]} label={t(`pickupState.${state}`)} />
        <span className="soft small">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {errorCode !== '' && <p className="soft small">{describe(errorCode).says}</p>}
    </>
  );
}

/** The courier of a booked order: called or not, what the platform says, and what may be done about it. */
export function CourierSection({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const isBooked = order.state === 'booked' || order.state === 'packed';
  const found = useQuery(
    ask.pickup.ofOrder.queryOptions({ input: { orderId: order.id }, enabled: order.waybillNo !== '' }),
  ).data;
  const cancel = useAct(() => core.pickup.cancel({ orderId: order.id, reason: '' }), {
    says: () => t('pickup.cancelled', { orderNo: order.orderNo }),
  });
  const askAgain = useAct((pickupId: string) => core.pickup.ask({ pickupId }));
  const [latest] = found?.pickups ?? [];
  const isOpen = latest !== undefined && openPickupStates.includes(latest.state);
  const canCall = isBooked && found?.canCall === true && !isOpen;
  if (found === undefined || (latest === undefined && !canCall)) return null;
  return (
    <section className="stack-tight" aria-label={t('pickup.section')}>
      <h3>{t('pickup.section')}</h3>
      {latest !== undefined && <PickupLine pickup={latest} />}
      <div className="line">
        <OpeningButton size="small" label={t('pickup.call')} isOffered={canCall}>
          {(close) => <PickupDialog orderId={order.id} orderNo={order.orderNo} onClose={close} />}
        </OpeningButton>
        {latest !== undefined && (latest.state === 'unsure' || latest.state === 'cancelling') && (
          <Button size="small" icon="refresh" {...askAgain.press(latest.id)}>
            {t('pickup.ask')}
          </Button>
        )}
        {latest !== undefined && (latest.state === 'placed' || latest.state === 'assigned') && (
          <Button size="small" look="danger" {...cancel.press()}>
            {t('pickup.cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface PickupDialogProps {
  readonly orderId: string;
  readonly orderNo: string;
  onClose(): void;
}

/** Whenever the carrier comes. */
const anyTime = 'any';

/** Calls the carrier's courier for one booked order, at once or in a slot of the next days. */
function PickupDialog({ orderId, orderNo, onClose }: PickupDialogProps) {
  const { t } = useTranslation();
  const slotWords = useSlotWords();
  const slots = pickupSlots(useNow());
  const [chosen, setChosen] = useState(anyTime);
  const window = slots.find(({ startAt }) => String(startAt) === chosen) ?? null;
  const call = useAct(() => core.pickup.book({ orderId, kind: 'appointment', window }), {
    says: () => t('pickup.called', { orderNo }),
    after: onClose,
    isShownInPlace: true,
  });
  const options = [
    { value: anyTime, label: t('pickup.anyTime') },
    ...slots.map((slot) => ({ value: String(slot.startAt), label: slotWords(slot) })),
  ];
  return (
    <AskDialog
      title={t('pickup.title', { orderNo })}
      yes={t('pickup.yes')}
      isForm
      {...call.dialog()}
      onClose={onClose}
    >
      <p>{t('pickup.note')}</p>
      <SelectField label={t('pickup.when')} value={chosen} options={options} onChange={setChosen} />
    </AskDialog>
  );
}

/** A slot as people say it: 11月26日周四 14:00 – 16:00. */
function useSlotWords(): (slot: PickupSlot) => string {
  const { language } = useTranslation().i18n;
  return useCallback(
    ({ startAt, endAt }) => {
      const day = dateFormat(language, { month: 'short', day: 'numeric', weekday: 'short' });
      const time = dateFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
      return `${day.format(startAt)} ${time.format(startAt)} – ${time.format(endAt)}`;
    },
    [language],
  );
}

interface PickupSlot {
  /** UTC ms. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Hours of the day, local time, in which couriers come. */
const firstHour = 9;
const lastHour = 19;
const slotHours = 2;
/** Today, tomorrow and the day after. */
const days = 3;

/** Two-hour slots that still lie ahead for at least an hour, from now on. */
export function pickupSlots(now: number): readonly PickupSlot[] {
  const slots: PickupSlot[] = [];
  for (let day = 0; day < days; day++) {
    for (let hour = firstHour; hour + slotHours <= lastHour; hour += slotHours) {
      const start = new Date(now);
      start.setDate(start.getDate() + day);
      start.setHours(hour, 0, 0, 0);
      const startAt = start.getTime();
      const endAt = startAt + slotHours * hourMs;
      if (endAt - hourMs > now) slots.push({ startAt, endAt });
    }
  }
  return slots;
}
