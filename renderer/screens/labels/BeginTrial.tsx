import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTemplateRow } from '../../../shared/contracts/labels.ts';
import { core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.ts';
import { TextField } from '../../parts/form/TextField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useAct } from '../../work/useAct.ts';

const weekMs = 7 * 86_400_000;
const weekChoices = ['1', '2', '3', '4'] as const;

/** A share and a time: what a template on trial needs before the first label. */
function BeginDialog({ row, onClose }: { readonly row: LabelTemplateRow; onClose(): void }) {
  const { t } = useTranslation();
  const now = useNow();
  const [text, setText] = useState('10');
  const [weeks, setWeeks] = useState<(typeof weekChoices)[number]>('2');
  const percent = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  const begin = useAct(
    () => core.labelTrials.start({ templateId: row.id, percent, endsAt: now + Number(weeks) * weekMs }),
    { says: () => t('labelTrials.begun', { name: row.name, percent }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('labelTrials.beginTitle', { name: row.name })}
      yes={t('labelTrials.begin')}
      isForm
      isReady={percent !== 0}
      {...begin.dialog()}
      onClose={onClose}
    >
      <p>{t(row.isDefault ? 'labelTrials.beginOwnNote' : 'labelTrials.beginNote')}</p>
      <TextField label={t('labelTrials.percent')} maxLength={2} value={text} onChange={setText} />
      {percent === 0 && <p className="small soft">{t('labelTrials.percentWrong')}</p>}
      <ChoiceField
        label={t('labelTrials.weeks')}
        value={weeks}
        choices={choicesOf(weekChoices, (value) => t('labelTrials.week', { count: Number(value) }))}
        onChange={(value) => setWeeks(value)}
      />
    </AskDialog>
  );
}

/** Offered while no other trial of this size is open; the default itself is tried against its version before. */
export function BeginTrial({ row }: { readonly row: LabelTemplateRow }) {
  const { t } = useTranslation();
  if (row.isDefault && row.version < 2) return null;
  return (
    <OpeningButton size="small" label={t('labelTrials.begin')}>
      {(close) => <BeginDialog row={row} onClose={close} />}
    </OpeningButton>
  );
}
