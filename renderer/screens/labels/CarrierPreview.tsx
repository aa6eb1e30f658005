import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarrierLabelAccount } from '../../../shared/contracts/carrierLabelsContract.ts';
import { labelSizes } from '../../../shared/domain/labelDocument.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { carrierLabelQueries } from '../../bridge/queries/carrierLabelQueries.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';

/** Paper a courier takes: the internal label is none. */
const sheets = labelSizes.filter((size) => size !== '60x40');
type Sheet = (typeof sheets)[number];
const resolutions = ['203', '300'] as const;

/** What lies in the default printer, as its address says. */
function useLoadedSheet(): { readonly size: Sheet; readonly dpi: (typeof resolutions)[number] } {
  const printers = useQuery(printQueries.printers()).data ?? [];
  const uri = (printers.find(({ isDefault }) => isDefault) ?? printers[0])?.uri ?? '';
  return {
    size: sheets.find((size) => uri.includes(`size=${size}`)) ?? '76x130',
    dpi: uri.includes('dpi=300') ? '300' : '203',
  };
}

/** The newest template of an account as the very dots, or the reason why ours is printed. */
export function CarrierPreview({ row, onClose }: { readonly row: CarrierLabelAccount; onClose(): void }) {
  const { t } = useTranslation();
  const loaded = useLoadedSheet();
  const [chosen, setChosen] = useState<Partial<typeof loaded>>({});
  const { size, dpi } = { ...loaded, ...chosen };
  const preview = useQuery(carrierLabelQueries.preview(row.accountId, size, dpi === '300' ? 300 : 203));
  const label = t('carrierLabels.previewTitle', { name: row.name });
  return (
    <Dialog
      title={label}
      width={720}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className="carrier-preview">
        <div className="stack">
          <ChoiceField
            label={t('carrierLabels.sheet')}
            value={size}
            choices={sheets.map((value) => ({ value, label: value.replace('x', ' × ') }))}
            onChange={(value) => setChosen({ ...chosen, size: value })}
          />
          <ChoiceField
            label={t('carrierLabels.resolution')}
            value={dpi}
            choices={resolutions.map((value) => ({ value, label: `${value} dpi` }))}
            onChange={(value) => setChosen({ ...chosen, dpi: value })}
          />
          {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
          {preview.isPending && <p className="soft small">{t('carrierLabels.drawing')}</p>}
          {preview.data?.bitmap && (
            <p className="soft small">
              {t('carrierLabels.previewNote', { waybillNo: preview.data.waybillNo })}
            </p>
          )}
          {preview.data !== undefined && preview.data.reason !== '' && (
            <Notice
              tone="unsure"
              title={t('carrierLabels.previewNone', {
                reason: t(`carrierLabels.reason.${preview.data.reason}`),
              })}
              next={t(`carrierLabels.advice.${preview.data.reason}`)}
            />
          )}
        </div>
        {preview.data?.bitmap && <BitmapCanvas {...preview.data.bitmap} label={label} />}
      </div>
    </Dialog>
  );
}
