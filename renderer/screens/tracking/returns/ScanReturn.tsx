import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { core } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { useScanTaker } from '../../../parts/scanTakers.ts';
import { useAct } from '../../../work/useAct.ts';
import { OwnReturn } from './OwnReturn.tsx';

type Scanned = Answered<'parcelCare', 'scanReturn'>;

/** Takes a parcel in by its number, typed or scanned anywhere on this page, and says whose it is. */
export function ScanReturn() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [taken, setTaken] = useState<Scanned | null>(null);
  const mayScan = useMissingRight(['packParcels']) === null;
  const scan = useAct((waybillNo: string) => core.parcelCare.scanReturn({ waybillNo, note: '' }), {
    after: (scanned) => {
      setTaken(scanned);
      setTyped('');
    },
    isShownInPlace: true,
  });
  useScanTaker((code) => {
    if (!mayScan) return false;
    scan.mutate(code.slice(0, 40));
    return true;
  });
  const number = typed.trim();
  return (
    <div className="panel panel-pad stack return-scan">
      <Form
        look="line"
        label={t('returns.scan')}
        isReady={number !== '' && mayScan && !scan.isPending}
        onSubmit={() => scan.mutate(number)}
      >
        <TextField
          label={t('returns.scan')}
          isLabelHidden
          placeholder={t('returns.scanHint')}
          value={typed}
          maxLength={40}
          onChange={setTyped}
        />
        <Button look="primary" isSubmit isDisabled={number === '' || !mayScan} isBusy={scan.isPending}>
          {t('returns.take')}
        </Button>
      </Form>
      {scan.failure !== null && <FailureNotice failure={scan.failure} />}
      {scan.failure === null && taken !== null && <Taken key={taken.returnId} scanned={taken} />}
    </div>
  );
}

/** What the last scan came to. */
function Taken({ scanned }: { readonly scanned: Scanned }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { waybillNo, orderNo, orderId, outwardNo, reason, wasReceived, receivedAt } = scanned;
  const [owner, setOwner] = useState({ orderId, orderNo });
  if (owner.orderId === '')
    return (
      <Notice
        tone="info"
        title={t('returns.takenUnknown', { waybillNo })}
        next={t('returns.takenUnknownNext')}
      >
        <OwnReturn waybillNo={waybillNo} onOwned={setOwner} />
      </Notice>
    );
  return (
    <Notice
      tone={wasReceived ? 'info' : 'done'}
      title={
        wasReceived
          ? t('returns.takenBefore', { waybillNo, when: receivedAt === null ? '' : when(receivedAt) })
          : t('returns.taken', { waybillNo, orderNo: owner.orderNo })
      }
      next={[
        wasReceived ? t('returns.ofOrder', { orderNo: owner.orderNo }) : '',
        outwardNo === '' || outwardNo === waybillNo ? '' : t('returns.wentOut', { outwardNo }),
        reason === '' ? '' : t(`exception.${reason}`, reason),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Button icon="ship" onPress={() => go('ship', { orderId: owner.orderId })}>
        {t('calls.toOrder')}
      </Button>
    </Notice>
  );
}
