import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { usePrinterChoice } from '../../../work/devices/usePrinterChoice.ts';
import { useAct } from '../../../work/useAct.ts';

interface ListDialogProps {
  readonly list: HandoverRow;
  onClose(): void;
}

interface CloseDialogProps extends ListDialogProps {
  onSigned(): void;
}

/** The courier has signed: the list is shut for good, and its orders have left. */
export function CloseDialog({ list, onSigned, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const [courier, setCourier] = useState('');
  const { handoverId, version, parcels } = list;
  const close = useAct(() => core.handover.close({ handoverId, version, courier: courier.trim() }), {
    says: ({ no }) => t('packing.handedOver', { no, count: parcels }),
    after: () => {
      onSigned();
      onClose();
    },
    isShownInPlace: true,
  });
  return (
    <AskDialog
      title={t('packing.closeTitle', { count: parcels, carrier: carrierName(list.carrier) })}
      yes={t('packing.close')}
      isForm
      {...close.dialog()}
      onClose={onClose}
    >
      <p>{t('packing.closeNote')}</p>
      <TextField label={t('packing.courier')} maxLength={40} value={courier} onChange={setCourier} />
    </AskDialog>
  );
}

const widths = ['48', '32'] as const;

/** The paper of a list, with its count, numbers, barcode and lines to sign. */
export function PaperDialog({ list: { handoverId, no }, onClose }: ListDialogProps) {
  const { t } = useTranslation();
  const [width, setWidth] = useState<(typeof widths)[number]>('48');
  const { printerUri, options, choose } = usePrinterChoice();
  const print = useAct(
    (uri: string) => core.handover.print({ handoverId, printerUri: uri, columns: width === '48' ? 48 : 32 }),
    { says: () => t('packing.paperPrinted', { no }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('packing.paperTitle', { no })}
      yes={t('packing.paper')}
      isForm
      {...print.dialog(printerUri ?? '')}
      isReady={printerUri !== null}
      onClose={onClose}
    >
      <SelectField label={t('print.printer')} value={printerUri} options={options} onChange={choose} />
      <ChoiceField
        label={t('papers.widthLabel')}
        value={width}
        choices={widths.map((value) => ({ value, label: t(`papers.width.${value}`) }))}
        onChange={(columns) => setWidth(columns === '32' ? '32' : '48')}
      />
      <p className="soft small">{t('packing.paperNote')}</p>
    </AskDialog>
  );
}
