import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { useCarrierOptions } from '../../../bridge/knownNames.ts';
import { EntryForm } from '../../../parts/form/EntryForm.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';

const notKnown = '';

/** A buyer has told the number under which something comes back. */
export function ExpectReturn({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const [orderNo, setOrderNo] = useState('');
  const [waybillNo, setWaybillNo] = useState('');
  const [carrier, setCarrier] = useState(notKnown);
  const [reason, setReason] = useState('');
  const given = { orderNo: orderNo.trim(), waybillNo: waybillNo.trim(), carrier, reason: reason.trim() };
  const expect = useAct((asked: typeof given) => core.parcelCare.expectReturn(asked), {
    says: (row) => t('returns.expected', { waybillNo: row.waybillNo }),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <EntryForm
      label={t('returns.expect')}
      yes={t('returns.save')}
      isReady={given.orderNo !== '' && given.waybillNo !== ''}
      {...expect.form(given)}
      onClose={onClose}
    >
      <div className="line return-fields">
        <TextField
          label={t('col.orderNo')}
          isAutoFocused
          value={orderNo}
          maxLength={100}
          onChange={setOrderNo}
        />
        <TextField
          label={t('returns.col.waybillNo')}
          value={waybillNo}
          maxLength={40}
          onChange={setWaybillNo}
        />
        <SelectField
          label={t('col.carrier')}
          width={160}
          value={carrier}
          options={[{ value: notKnown, label: t('returns.carrierUnknown') }, ...carriers]}
          onChange={setCarrier}
        />
        <TextField label={t('returns.col.reason')} value={reason} maxLength={200} onChange={setReason} />
      </div>
    </EntryForm>
  );
}
