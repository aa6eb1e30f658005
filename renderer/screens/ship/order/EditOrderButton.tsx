import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type editableFields, unsentStates } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { regionSource } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { RegionField } from '../../../parts/form/RegionField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

type Changes = { readonly [Field in (typeof editableFields)[number]]?: string };

interface EditOrderProps {
  readonly order: OrderDetailView;
}

/** Changes an order before it leaves. One that needs review is changed where its complaints stand. */
export function EditOrderButton({ order }: EditOrderProps) {
  const { t } = useTranslation();
  if (!unsentStates.includes(order.state) || order.state === 'needs-review') return null;
  return (
    <OpeningButton size="small" label={t('ship.edit')}>
      {(close) => <EditOrderDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

/** The receiver stays masked: only what is filled in is changed. */
function EditOrderDialog({ order, onClose }: EditOrderProps & { onClose(): void }) {
  const { t } = useTranslation();
  const [changes, setChanges] = useState<Changes>({});
  const edit = useAct(() => core.orders.edit({ orderId: order.id, version: order.version, changes }), {
    says: () => t('ship.done.edited', { orderNo: order.orderNo }),
    after: onClose,
    isShownInPlace: true,
  });
  const change = (part: Changes): void => {
    const filled = Object.entries({ ...changes, ...part }).filter(([, value]) => value !== '');
    setChanges(Object.fromEntries(filled));
  };
  const field = (name: keyof Changes, label: string, before: string, maxLength: number) => (
    <TextField
      label={label}
      placeholder={before}
      maxLength={maxLength}
      value={changes[name] ?? ''}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const { receiver } = order;
  return (
    <AskDialog
      title={t('ship.editTitle', { orderNo: order.orderNo })}
      yes={t('common.save')}
      isForm
      isReady={Object.keys(changes).length > 0}
      {...edit.dialog()}
      onClose={onClose}
    >
      <p className="soft small">{t('ship.editNote')}</p>
      <div className="form-grid">
        {field('name', t('field.name'), receiver.name, 60)}
        {field('phone', t('field.phone'), receiver.phone, 40)}
        {field('extension', t('field.extension'), receiver.extension, 10)}
        <RegionField value={{ ...receiver, ...changes }} source={regionSource} onChange={change} />
        {field('town', t('field.town'), receiver.town, 40)}
        {field('detail', t('field.detail'), receiver.detail, 200)}
        {field('weightGrams', t('ship.editWeight'), String(order.weightGrams ?? ''), 7)}
        {field('sellerRemark', t('col.sellerRemark'), order.sellerRemark, 200)}
      </div>
    </AskDialog>
  );
}
