import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { ask } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { DetailPane } from '../../parts/DetailPane.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useAwaitedKeys } from '../../parts/keys.ts';
import { letters } from '../../parts/letters.ts';
import { go } from '../../parts/place.ts';
import { ArrivalLines } from '../../work/parcel/ArrivalLines.tsx';
import { AskedLine, useAskOne } from '../../work/parcel/AskedLine.tsx';
import { AskingLines } from '../../work/parcel/AskingLines.tsx';
import { CopyForBuyer } from '../../work/parcel/CopyForBuyer.tsx';
import { ParcelState } from '../../work/parcel/ParcelState.tsx';
import { ParcelWay } from '../../work/parcel/ParcelWay.tsx';
import { SilenceLine } from '../../work/parcel/silence.tsx';
import { CarrierHelpButton } from './CarrierHelp.tsx';
import { ParcelCases } from './cases/CaseCard.tsx';

interface ParcelPaneProps {
  readonly waybillNo: string;
  onClose(): void;
}

/** One parcel beside the list: what is wrong, how old that knowledge is, and its way, newest first. */
export function ParcelPane({ waybillNo, onClose }: ParcelPaneProps) {
  const { t } = useTranslation();
  const detail = useQuery(ask.track.detail.queryOptions({ input: { waybillNo } }));
  return (
    <DetailPane
      label={t('track.detail')}
      head={<strong className="number selectable grow">{waybillNo}</strong>}
      failure={failureIn(detail)}
      isReading={detail.isPending}
      onClose={onClose}
    >
      {detail.data !== undefined && <Parcel parcel={detail.data} />}
    </DetailPane>
  );
}

function Parcel({ parcel }: { readonly parcel: ParcelDetail }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const asked = useAskOne(parcel.waybillNo);
  const { data: cases = [], isPending } = useQuery(
    ask.cases.ofParcel.queryOptions({ input: { waybillNo: parcel.waybillNo } }),
  );
  useAwaitedKeys(isPending);
  const isCase = cases.some(({ state }) => state !== 'solved');
  const { exception, carrier, orderNo, waybillNo } = parcel;
  return (
    <>
      <div className="line">
        <ParcelState parcel={parcel} />
        <span className="soft small">{carrierName(carrier)}</span>
      </div>
      {exception !== '' && !isCase && (
        <Notice
          tone="failed"
          title={t(`exception.${exception}`, { defaultValue: t('exception.other') })}
          next={t('exception.next')}
          code={exception}
        />
      )}
      <ParcelCases cases={cases} />
      <SilenceLine parcel={parcel} />
      <ArrivalLines waybillNo={waybillNo} />
      <AskedLine parcel={parcel} asked={asked} />
      <AskingLines asking={parcel.asking} />
      <div className="line">
        <KeyButton size="small" icon="refresh" combo={letters.refresh} {...asked.press()}>
          {t('track.refreshOne')}
        </KeyButton>
        <CopyForBuyer size="small" waybillNo={waybillNo} />
        <CarrierHelpButton waybillNo={waybillNo} />
        {orderNo !== '' && (
          <KeyButton
            size="small"
            icon="ship"
            combo={letters.open}
            onPress={() => go('ship', { search: waybillNo, filter: 'all' })}
          >
            {t('common.toOrder')}
          </KeyButton>
        )}
      </div>
      <ParcelWay parcel={parcel} />
    </>
  );
}
