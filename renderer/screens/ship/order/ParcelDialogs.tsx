import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { useToasts } from '../../../parts/feedback/Toasts.tsx';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

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
export function ExtraParcelDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [reason, setReason] = useState('');
  const [goods, setGoods] = useState('');
  const [weight, setWeight] = useState('');
  const weightGrams = readGrams(weight);
  const add = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () =>
      core.parcels.add({
        orderId: order.id,
        version: order.version,
        reason: reason.trim(),
        parcelCount: missingParcels(order),
        goods: goods.trim(),
        weightGrams: weightGrams ?? null,
      }),
    onSuccess: ({ extra, planned }) => {
      const says = planned === 0 ? 'parcels.addByHand' : 'parcels.addDone';
      say({ tone: 'done', says: t(says, { orderNo: extra.orderNo }) });
      onClose();
    },
  });
  const canSend = reason.trim().length >= minReason && weightGrams !== undefined && !add.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend) add.mutate();
  };
  return (
    <Dialog title={t('parcels.addTitle', { orderNo: order.orderNo })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {add.error !== null && <FailureNotice failure={failureOf(add.error)} />}
        <p>{t('parcels.addNote', { orderNo: order.orderNo })}</p>
        <ReasonField
          usual={extraReasons.map((id) => t(`parcels.addReasons.${id}`))}
          value={reason}
          onChange={setReason}
        />
        <TextField label={t('parcels.goods')} maxLength={100} value={goods} onChange={setGoods} />
        <TextField
          label={t('parcels.weight')}
          maxLength={8}
          value={weight}
          error={weightGrams === undefined ? t('parcels.weightInvalid') : undefined}
          onChange={setWeight}
        />
        <div className="form-actions dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isDisabled={!canSend} isBusy={add.isPending}>
            {t('parcels.addYes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const newNumberReasons = ['carrier', 'wrong', 'leaked'] as const;

/** Another number for this order; a person's word is asked for only after the platform refused to take the old one back. */
export function NewNumberDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [reason, setReason] = useState('');
  const [isGivenBack, setGivenBack] = useState(false);
  const { waybillNo } = order;
  const renumber = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () =>
      core.parcels.renumber({
        orderId: order.id,
        version: order.version,
        reason: reason.trim(),
        isGivenBack,
      }),
    onSuccess: ({ oldWaybillNo, planned }) => {
      const says = planned === 0 ? 'parcels.renumberByHand' : 'parcels.renumberDone';
      say({ tone: 'done', says: t(says, { waybillNo: oldWaybillNo }) });
      onClose();
    },
  });
  const failure = renumber.error === null ? null : failureOf(renumber.error);
  const asksWord = isGivenBack || failure?.code === 'NEW_NUMBER_VOID_REFUSED';
  const canSend = reason.trim().length >= minReason && !renumber.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend) renumber.mutate();
  };
  return (
    <Dialog title={t('parcels.renumberTitle', { orderNo: order.orderNo })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {failure !== null && <FailureNotice failure={failure} />}
        <p>{t('parcels.renumberNote', { waybillNo })}</p>
        <ReasonField
          usual={newNumberReasons.map((id) => t(`parcels.renumberReasons.${id}`))}
          value={reason}
          onChange={setReason}
        />
        {asksWord && (
          <CheckField label={t('parcels.word', { waybillNo })} isOn={isGivenBack} onChange={setGivenBack} />
        )}
        <div className="form-actions dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isDisabled={!canSend} isBusy={renumber.isPending}>
            {t('parcels.renumberYes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Shortest reason the core accepts. */
const minReason = 2;

interface ReasonFieldProps {
  /** Usual reasons, one press each. */
  readonly usual: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}

/** Why: a usual reason with one press, or words of one's own. */
function ReasonField({ usual, value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="line">
        {usual.map((reason) => (
          <Button key={reason} size="small" isPressed={reason === value} onPress={() => onChange(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <TextField label={t('parcels.reason')} maxLength={100} value={value} onChange={onChange} />
    </>
  );
}
