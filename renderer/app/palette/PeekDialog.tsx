import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { ask } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters, lettersOf } from '../../parts/letters.ts';
import { go } from '../../parts/place.ts';
import { ArrivalLines } from '../../work/parcel/ArrivalLines.tsx';
import { AskedLine, useAskOne } from '../../work/parcel/AskedLine.tsx';
import { CopyForBuyer } from '../../work/parcel/CopyForBuyer.tsx';
import { ParcelState, useTroubleWords } from '../../work/parcel/ParcelState.tsx';
import { ParcelWay } from '../../work/parcel/ParcelWay.tsx';
import { SilenceLine } from '../../work/parcel/silence.tsx';

/** Enough for whoever asks on the telephone; the whole way is on Track. */
const lastEvents = 3;

interface PeekProps {
  readonly parcel: ParcelDetail;
  onClose(): void;
}

function Peek({ parcel, onClose }: PeekProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const troubleWords = useTroubleWords();
  const asked = useAskOne(parcel.waybillNo);
  const { waybillNo, orderNo, carrier, exception } = parcel;
  const leave = (lead: () => void) => () => {
    onClose();
    lead();
  };
  return (
    <div className="stack">
      <div className="line">
        <strong className="number selectable">{waybillNo}</strong>
        <span className="soft">
          {[carrierName(carrier), orderNo].filter((part) => part !== '').join(' · ')}
        </span>
      </div>
      <div className="line">
        <ParcelState parcel={parcel} />
        {exception !== '' && <span>{troubleWords(parcel)}</span>}
      </div>
      <SilenceLine parcel={parcel} />
      <ParcelWay parcel={parcel} most={lastEvents} />
      <ArrivalLines waybillNo={waybillNo} />
      <AskedLine parcel={parcel} asked={asked} />
      <div className="line">
        <KeyButton inDialogs icon="refresh" combo={letters.refresh} {...asked.press()}>
          {t('track.refreshOne')}
        </KeyButton>
        <CopyForBuyer inDialogs waybillNo={waybillNo} />
        <span className="grow" />
        {orderNo !== '' && (
          <KeyButton
            inDialogs
            icon="ship"
            combo={letters.open}
            onPress={leave(() => go('ship', { search: waybillNo, filter: 'all' }))}
          >
            {t('common.toOrder')}
          </KeyButton>
        )}
        <KeyButton
          inDialogs
          icon="track"
          combo={lettersOf.track.tracking}
          onPress={leave(() => go('track', { waybillNo }))}
        >
          {t('palette.toTrack')}
        </KeyButton>
      </div>
    </div>
  );
}

/** Where one parcel is, over whatever is being done; Esc leads back to exactly that. */
export function PeekDialog({ waybillNo, onClose }: { readonly waybillNo: string; onClose(): void }) {
  const { t } = useTranslation();
  const detail = useQuery(ask.track.detail.queryOptions({ input: { waybillNo } }));
  const failure = failureIn(detail);
  return (
    <Dialog title={t('palette.peek')} width={720} onClose={onClose}>
      {failure !== null && <FailureNotice failure={failure} />}
      {detail.data !== undefined && <Peek parcel={detail.data} onClose={onClose} />}
    </Dialog>
  );
}
