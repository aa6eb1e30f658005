import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HoldReason, holdReasons } from '../../shared/domain/order.ts';
import { core } from '../bridge/core.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { RadioList } from '../parts/form/RadioList.tsx';
import { TextField } from '../parts/form/TextField.tsx';
import { useAct } from './useAct.ts';

/** Two are set by the program: by what the shop platform says, by what a restored backup has missed. */
const byPerson = holdReasons.filter((reason) => reason !== 'platform' && reason !== 'booked-before');

interface HoldDialogProps {
  readonly title: string;
  readonly yes: string;
  /** What is said once they are held. */
  readonly says: string;
  /** null: none is usual, somebody has to say. */
  readonly usual: HoldReason | null;
  readonly orders: readonly { readonly orderId: string; readonly version: number }[];
  onHeld(): void;
  onClose(): void;
}

/** Why orders are kept back: a reason and, if wanted, a note; both are with each order until it is released. */
export function HoldDialog({ title, yes, says, usual, orders, onHeld, onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<HoldReason | null>(usual);
  const [note, setNote] = useState('');
  const hold = useAct(
    async () => {
      if (reason === null) return;
      for (const { orderId, version } of orders)
        await core.orders.hold({ orderId, version, reason, note: note.trim() });
    },
    { says: () => says, after: onHeld },
  );
  return (
    <AskDialog title={title} yes={yes} isForm isReady={reason !== null} {...hold.dialog()} onClose={onClose}>
      <RadioList
        label={t('common.reason')}
        value={reason}
        choices={byPerson.map((value) => ({ value, label: t(`hold.${value}`) }))}
        onChange={setReason}
      />
      <TextField label={t('holding.note')} maxLength={200} value={note} onChange={setNote} />
      <p className="soft small">{t('holding.effect')}</p>
    </AskDialog>
  );
}
