import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { withApprovals } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import type { OrderFilter } from '../../bridge/queries/shipQueries.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { useKeys } from '../../parts/keys.ts';
import { useAct } from '../../work/useAct.ts';

interface ExportButtonProps {
  readonly filter: OrderFilter;
  /** What the filter is called on the screen. */
  readonly filterName: string;
  /** How many orders it shows. */
  readonly count: number;
}

/** Leads to a workbook of the orders that the table shows now. */
export function ExportButton({ filter, filterName, count }: ExportButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(count > 0);
  useKeys([{ combo: 'e', says: t('exporting.short'), run: open }]);
  return (
    <>
      <Button size="small" keyHint="E" isDisabled={count === 0} onPress={open}>
        {t('exporting.short')}
      </Button>
      {isOpen && (
        <ExportDialog filter={filter} filterName={filterName} count={count} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface ExportDialogProps {
  readonly filter: OrderFilter;
  readonly filterName: string;
  readonly count: number;
  onClose(): void;
}

/** Says what the workbook will hold before it is written; personal data in the clear only when ticked, and that is recorded. */
function ExportDialog({ filter, filterName, count, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const [isRevealed, setRevealed] = useState(false);
  const write = useAct(
    () =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.out.exportOrders({ filter, isRevealed, approvalIds }),
      ),
    {
      says: ({ path, rowCount }) => ({
        tone: 'done',
        says: t('exporting.written', { count: rowCount }),
        next: path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
      }),
      after: onClose,
    },
  );
  const search = filter.search ?? '';
  return (
    <AskDialog
      title={t('exporting.title', { count })}
      width={560}
      yes={t('exporting.write')}
      keyHint="Enter"
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
      <p className="soft">{t('exporting.columns')}</p>
      <CheckField label={t('exporting.reveal')} isOn={isRevealed} onChange={setRevealed} />
      <p className={isRevealed ? 'text-unsure' : 'soft small'}>
        {t(isRevealed ? 'exporting.revealedNote' : 'exporting.maskedNote')}
      </p>
    </AskDialog>
  );
}
