import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HoldReason, holdReasons } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { TextField } from '../../../parts/form/TextField.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Two are set by the program: by what the shop platform says, by what a restored backup has missed. */
const byPerson = holdReasons.filter((reason) => reason !== 'platform' && reason !== 'booked-before');

/** Why the order is kept back: a reason and, if wanted, a word; then it stands with the order until it is released. */
export function HoldDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const name = useId();
  const [reason, setReason] = useState<HoldReason>('out-of-stock');
  const [note, setNote] = useState('');
  const hold = useMutation({
    mutationFn: () =>
      core.orders.hold({ orderId: order.id, version: order.version, reason, note: note.trim() }),
    onSuccess: () => {
      say({ tone: 'done', says: t('ship.done.held', { orderNo: order.orderNo }) });
      onClose();
    },
  });
  const reasons = useRef<HTMLFieldSetElement>(null);
  // The reason comes first: arrows choose it, Enter holds.
  useEffect(() => reasons.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    hold.mutate();
  };
  return (
    <Dialog title={t('holding.title', { orderNo: order.orderNo })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <fieldset ref={reasons} className="choice-field hold-reasons">
          <legend className="field-label">{t('holding.reason')}</legend>
          {byPerson.map((value) => (
            <label key={value} className={value === reason ? 'hold-reason hold-reason-on' : 'hold-reason'}>
              <input type="radio" name={name} checked={value === reason} onChange={() => setReason(value)} />
              {t(`holding.reasonOf.${value}`)}
            </label>
          ))}
        </fieldset>
        <TextField label={t('holding.note')} maxLength={200} value={note} onChange={setNote} />
        <p className="soft small">{t('holding.effect')}</p>
        <div className="form-actions dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isBusy={hold.isPending}>
            {t('holding.yes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
