import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CarrierWish, carrierWishes } from '../../../shared/domain/cases/parcelCare.ts';
import { ask } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { RadioList } from '../../parts/form/RadioList.tsx';
import { letters } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useLanguage } from '../../words/useLanguage.ts';
import { useCopy } from '../../work/useCopy.ts';

/** Leads to whom to call about a parcel, and what to say. */
export function CarrierHelpButton({ waybillNo }: { readonly waybillNo: string }) {
  const { t } = useTranslation();
  return (
    <OpeningButton size="small" combo={letters.ask} label={t('track.help.open')}>
      {(close) => <CarrierHelpDialog waybillNo={waybillNo} onClose={close} />}
    </OpeningButton>
  );
}

function CarrierHelpDialog({ waybillNo, onClose }: { readonly waybillNo: string; onClose(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const [wish, setWish] = useState<CarrierWish>('hurry');
  const language = useLanguage();
  const asked = useQuery(ask.parcelCare.carrierHelp.queryOptions({ input: { waybillNo, wish, language } }));
  const help = asked.data;
  const copyText = useCopy();
  const copy = (): void => {
    if (help === undefined) return;
    copyText(help.text);
    onClose();
  };
  return (
    <AskDialog
      isForm
      title={t('track.help.title')}
      yes={t('track.help.copy')}
      isReady={help !== undefined}
      failure={failureIn(asked)}
      onYes={copy}
      onClose={onClose}
    >
      <RadioList
        label={t('track.help.wish')}
        value={wish}
        choices={carrierWishes.map((value) => ({ value, label: t(`track.help.wishes.${value}`) }))}
        onChange={setWish}
      />
      {help !== undefined && (
        <>
          {help.isTooLate && <Notice tone="info" title={t('track.help.tooLate')} />}
          <p>
            {help.phone === ''
              ? t('track.help.noPhone', { carrier: carrierName(help.carrier) })
              : t('track.help.phone', { carrier: carrierName(help.carrier), phone: help.phone })}
          </p>
          <p className="selectable soft">{help.text}</p>
        </>
      )}
    </AskDialog>
  );
}
