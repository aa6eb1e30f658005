import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { withApprovals } from '../../bridge/operators.ts';
import type { OrderFilter } from '../../bridge/questions.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

interface ExportProps {
  readonly filter: OrderFilter;
  /** What the filter is called on the screen. */
  readonly filterName: string;
  /** How many orders it shows. */
  readonly count: number;
  /** What else narrows the list, in words; empty: nothing does. */
  readonly narrowed: string;
}

/** Leads to a workbook of the orders that the table shows now. */
export function ExportButton(props: ExportProps) {
  const { t } = useTranslation();
  return (
    <OpeningButton size="small" combo="Ctrl+e" label={t('exporting.short')} isDisabled={props.count === 0}>
      {(close) => <ExportDialog {...props} onClose={close} />}
    </OpeningButton>
  );
}

/** Says what the workbook will hold before it is written; personal data in the clear only when ticked, and that is recorded. */
function ExportDialog({ filter, filterName, count, narrowed, onClose }: ExportProps & { onClose(): void }) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [isRevealed, setRevealed] = useState(false);
  const write = useAct(
    () =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.out.exportOrders({ filter, isRevealed, approvalIds }),
      ),
    {
      says: (file) => fileWords(t('exporting.written', { count: file.rowCount }), file),
      after: onClose,
    },
  );
  const search = filter.search ?? '';
  return (
    <AskDialog
      title={t('exporting.title', { count })}
      width={560}
      yes={t('exporting.write')}
      isForm
      {...write.dialog()}
      onClose={onClose}
    >
      <p>
        {t(search === '' ? 'exporting.which' : 'exporting.whichFound', {
          filter: filterName,
          search,
          count,
        })}
      </p>
      {narrowed !== '' && <p>{t('exporting.narrowed', { words: narrowed })}</p>}
      <p className="soft">{t('exporting.columns')}</p>
      <CheckField label={t('exporting.reveal')} isOn={isRevealed} onChange={setRevealed} />
      <p className={isRevealed ? 'text-unsure' : 'soft small'}>
        {t(isRevealed ? 'exporting.revealedNote' : 'exporting.maskedNote')}
      </p>
    </AskDialog>
  );
}
