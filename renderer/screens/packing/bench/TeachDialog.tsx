import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackLine } from '../../../../shared/contracts/packing/packing.ts';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { RadioList } from '../../../parts/form/RadioList.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { useAct } from '../../../work/useAct.ts';
import { gesture } from './gestures.ts';

interface TeachDialogProps {
  /** As the gun sent it. */
  readonly code: string;
  /** Goods of the open parcel that are still wanted, each code of theirs once. */
  readonly lines: readonly PackLine[];
  onClose(): void;
}

/** Which goods of the open parcel a barcode is on; once taught it is scanned, so that nobody takes up the gun again for it. */
export function TeachDialog({ code, lines, onClose }: TeachDialogProps) {
  const { t } = useTranslation();
  const [skuCode, setSkuCode] = useState(lines[0]?.skuCode ?? '');
  const teach = useAct(
    (chosen: string) =>
      core.goodsCodes.save({ code, skuCode: chosen, hasSerials: false, isCorrection: false }),
    {
      says: (saved) => t('goodsCodes.saved', { code: saved.code, skuCode: saved.skuCode }),
      after: () => {
        onClose();
        gesture({ kind: 'scan', code });
      },
      isShownInPlace: true,
    },
  );
  const nameOf = ({ name, sku }: PackLine): string => [name, sku].filter(Boolean).join(' ');
  useKeys(
    lines.map((line, at) => ({
      combo: String(at + 1),
      says: nameOf(line),
      inDialogs: true,
      run: () => setSkuCode(line.skuCode),
    })),
  );
  return (
    <AskDialog
      title={t('packing.teachTitle', { code })}
      yes={t('packing.teachYes')}
      isForm
      isReady={skuCode !== ''}
      {...teach.dialog(skuCode)}
      onClose={onClose}
    >
      <RadioList
        label={t('packing.teachGoods')}
        value={skuCode}
        isLong
        choices={lines.map((line, at) => ({
          value: line.skuCode,
          label: `${at + 1}  ${nameOf(line)} · ${line.skuCode}`,
        }))}
        onChange={setSkuCode}
      />
      <p className="soft">{t('packing.teachNote')}</p>
    </AskDialog>
  );
}
