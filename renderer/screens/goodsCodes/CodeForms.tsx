import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import type { GoodsCodeRow } from '../../../shared/contracts/packing/goodsCodes.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { DetailPane, Facts } from '../../parts/DetailPane.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

function useSaving(after: () => void) {
  const { t } = useTranslation();
  return useAct((asked: Asked<'goodsCodes', 'save'>) => core.goodsCodes.save(asked), {
    says: ({ code, skuCode }) => t('goodsCodes.saved', { code, skuCode }),
    after,
    isShownInPlace: true,
  });
}

/** Teaches one more, typed or scanned; the form stays open for the next. */
export function AddCode({ code: searched, onClose }: { readonly code: string; onClose(): void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState(searched);
  const [skuCode, setSkuCode] = useState('');
  const [hasSerials, setHasSerials] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const skuField = useRef<HTMLInputElement>(null);
  const save = useSaving(() => {
    setCode('');
    setSkuCode('');
    codeField.current?.focus();
  });
  useScanTaker((scanned) => {
    setCode(scanned);
    skuField.current?.focus();
    return true;
  });
  const asked = { code: code.trim(), skuCode: skuCode.trim(), hasSerials, isCorrection: false };
  return (
    <EntryForm
      label={t('goodsCodes.add')}
      yes={t('goodsCodes.save')}
      no={t('common.close')}
      isReady={asked.code !== '' && asked.skuCode !== ''}
      {...save.form(asked)}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label={t('goodsCodes.codeField')}
          hint={t('goodsCodes.codeHint')}
          ref={codeField}
          isAutoFocused={searched === ''}
          maxLength={200}
          value={code}
          onChange={setCode}
        />
        <TextField
          label={t('goodsCodes.skuField')}
          hint={t('goodsCodes.skuHint')}
          ref={skuField}
          isAutoFocused={searched !== ''}
          maxLength={200}
          value={skuCode}
          onChange={setSkuCode}
        />
      </div>
      <CheckField label={t('goodsCodes.serials')} isOn={hasSerials} onChange={setHasSerials} />
    </EntryForm>
  );
}

/** One barcode: who taught it, and what it stands for, which can be corrected. */
export function CodePane({ row, onClose }: { readonly row: GoodsCodeRow; onClose(): void }) {
  const { t } = useTranslation();
  const { code, savedBy, savedAt } = row;
  const [skuCode, setSkuCode] = useState(row.skuCode);
  const [hasSerials, setHasSerials] = useState(row.hasSerials);
  const save = useSaving(() => undefined);
  const forget = useAct(() => core.goodsCodes.forget({ code }), {
    says: () => t('goodsCodes.forgotten', { code }),
    after: onClose,
  });
  const said = skuCode.trim();
  const isChanged = said !== row.skuCode || hasSerials !== row.hasSerials;
  return (
    <DetailPane label={code} head={<strong className="grow number">{code}</strong>} onClose={onClose}>
      <Facts
        isSmall
        facts={[
          [t('goodsCodes.col.savedBy'), savedBy],
          [t('goodsCodes.col.savedAt'), <Moment key="at" at={savedAt} />],
        ]}
      />
      <EntryForm
        look="inset"
        yes={t('goodsCodes.correct')}
        isReady={said !== '' && isChanged}
        {...save.form({ code, skuCode: said, hasSerials, isCorrection: true })}
      >
        <TextField
          label={t('goodsCodes.skuField')}
          hint={t('goodsCodes.skuHint')}
          maxLength={200}
          value={skuCode}
          onChange={setSkuCode}
        />
        <CheckField label={t('goodsCodes.serials')} isOn={hasSerials} onChange={setHasSerials} />
      </EntryForm>
      <div className="line">
        <Button icon="trash" {...forget.press()}>
          {t('goodsCodes.forget')}
        </Button>
      </div>
    </DetailPane>
  );
}
