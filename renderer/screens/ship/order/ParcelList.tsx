import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopCode } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { lettersOf } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { printTone } from '../../../words/tones.ts';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';
import { oldNumbers } from './oldNumbers.ts';

/** Each parcel of one booking: its place, its number, and how far its label is known. */
export function ParcelList({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const { parcels } = order;
  if (parcels.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t('parcels.title', { count: parcels.length })}>
      <h3>{t('parcels.title', { count: parcels.length })}</h3>
      <ul className="plain-list">
        {parcels.map(({ no, waybillNo, printState }) => (
          <li key={no} className="parcel-row">
            <span className="number soft">{t('parcels.place', { number: no, total: parcels.length })}</span>
            {waybillNo === '' ? (
              <StateMark tone="failed" label={t('parcels.noNumber')} />
            ) : (
              <>
                <button type="button" className="link number" onClick={() => go('track', { waybillNo })}>
                  {waybillNo}
                </button>
                {printState === null ? (
                  <span className="soft small">{t('parcels.noLabel')}</span>
                ) : (
                  <StateMark tone={printTone(printState)} label={t(`job.${printState}`)} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is not a reprint: another number for a booked order, and another parcel of it. */
export function ParcelActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const { state, shipmentState, errorCode } = order;
  const isFree = stopCode(order) === null;
  const isBooked = isFree && shipmentState === 'booked';
  // Whoever wanted another number asks for it again where it is not known whether the old one was given back.
  const isVoiding = isFree && shipmentState === 'voiding' && errorCode !== 'VOID_ACCOUNT_REMOVED';
  return (
    <>
      {/* Once the parcel has left, its number stays with it. */}
      <OpeningButton
        size="small"
        combo={lettersOf.ship.otherNumber}
        label={t('parcels.renumber')}
        isOffered={state === 'booked' && (isBooked || isVoiding)}
      >
        {(close) => <NewNumberDialog order={order} onClose={close} />}
      </OpeningButton>
      <OpeningButton
        size="small"
        combo={lettersOf.ship.another}
        label={t('parcels.add')}
        isOffered={isBooked}
      >
        {(close) => <ExtraParcelDialog order={order} onClose={close} />}
      </OpeningButton>
      {isBooked && state === 'packed' && <p className="soft small">{t('parcels.packedNote')}</p>}
    </>
  );
}

const extraReasons = ['room', 'forgotten', 'spare'] as const;
const maxGrams = 10_000_000;

/** undefined: not a weight; null: left empty. */
function readGrams(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const grams = Number(text);
  return Number.isInteger(grams) && grams >= 1 && grams <= maxGrams ? grams : undefined;
}

/** Parcels the platform gave no number for: so many an extra booking has to make good. */
function missingParcels({ errorCode, parcels }: OrderDetailView): number {
  const missing = parcels.filter(({ waybillNo }) => waybillNo === '').length;
  return errorCode === 'PARCEL_NUMBERS_SHORT' ? Math.max(1, missing) : 1;
}

/** Another parcel for a booked order: its own booking, number and label. */
function ExtraParcelDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(
    t('common.reason'),
    extraReasons.map((id) => t(`parcels.addReasons.${id}`)),
  );
  const [goods, setGoods] = useState('');
  const [weight, setWeight] = useState('');
  const weightGrams = readGrams(weight);
  const add = useAct(
    () =>
      core.parcels.add({
        orderId: order.id,
        version: order.version,
        reason,
        parcelCount: missingParcels(order),
        goods: goods.trim(),
        weightGrams: weightGrams ?? null,
      }),
    {
      after: ({ extra, planned }) => {
        const says = planned === 0 ? 'parcels.addByHand' : 'parcels.addDone';
        say({ tone: 'done', says: t(says, { orderNo: extra.orderNo }) });
        onClose();
      },
      isShownInPlace: true,
    },
  );
  return (
    <AskDialog
      title={t('parcels.addTitle', { orderNo: order.orderNo })}
      yes={t('parcels.addYes')}
      isForm
      isReady={isEnough && weightGrams !== undefined}
      {...add.dialog()}
      onClose={onClose}
    >
      <p>{t('parcels.addNote', { orderNo: order.orderNo })}</p>
      {field}
      <TextField label={t('parcels.goods')} maxLength={100} value={goods} onChange={setGoods} />
      <TextField
        label={t('parcels.weight')}
        maxLength={8}
        value={weight}
        error={weightGrams === undefined ? t('parcels.weightInvalid') : undefined}
        onChange={setWeight}
      />
    </AskDialog>
  );
}

const newNumberReasons = ['carrier', 'wrong', 'leaked'] as const;

/** Another number for this order; a person's word is asked for only after the platform refused to take the old one back. */
function NewNumberDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(
    t('common.reason'),
    newNumberReasons.map((id) => t(`parcels.renumberReasons.${id}`)),
  );
  const [isGivenBack, setGivenBack] = useState(false);
  const waybillNo = oldNumbers(order).join(t('common.listComma'));
  const renumber = useAct(
    () =>
      core.parcels.renumber({
        orderId: order.id,
        version: order.version,
        reason,
        isGivenBack,
      }),
    {
      after: ({ planned }) => {
        const says = planned === 0 ? 'parcels.renumberByHand' : 'parcels.renumberDone';
        say({ tone: 'done', says: t(says, { waybillNo }) });
        onClose();
      },
      isShownInPlace: true,
    },
  );
  const failure = failureIn(renumber);
  const asksWord = isGivenBack || failure?.code === 'NEW_NUMBER_VOID_REFUSED';
  return (
    <AskDialog
      title={t('parcels.renumberTitle', { orderNo: order.orderNo })}
      yes={t('parcels.renumberYes')}
      isForm
      isReady={isEnough}
      isBusy={renumber.isPending}
      failure={failure}
      onYes={() => renumber.mutate()}
      onClose={onClose}
    >
      <p>{t('parcels.renumberNote', { waybillNo })}</p>
      {field}
      {asksWord && (
        <CheckField label={t('parcels.word', { waybillNo })} isOn={isGivenBack} onChange={setGivenBack} />
      )}
    </AskDialog>
  );
}
