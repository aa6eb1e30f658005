import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';

interface OwnReturnProps {
  readonly waybillNo: string;
  onOwned(owner: { readonly orderId: string; readonly orderNo: string }): void;
}

/** Says which order a parcel is of that nobody knew. */
export function OwnReturn({ waybillNo, onOwned }: OwnReturnProps) {
  const { t } = useTranslation();
  const [orderNo, setOrderNo] = useState('');
  const own = useAct((given: string) => core.parcelCare.ownReturn({ waybillNo, orderNo: given }), {
    says: (row) => t('returns.owned', { orderNo: row.orderNo }),
    after: onOwned,
    isShownInPlace: true,
  });
  const number = orderNo.trim();
  return (
    <div className="stack return-own">
      <Form
        look="line"
        label={t('returns.whose')}
        isReady={number !== '' && !own.isPending}
        onSubmit={() => own.mutate(number)}
      >
        <TextField
          label={t('returns.whose')}
          isLabelHidden
          placeholder={t('returns.whose')}
          value={orderNo}
          maxLength={100}
          onChange={setOrderNo}
        />
        <Button isSubmit isDisabled={number === ''} isBusy={own.isPending}>
          {t('returns.own')}
        </Button>
      </Form>
      {own.failure !== null && <FailureNotice failure={own.failure} />}
    </div>
  );
}
