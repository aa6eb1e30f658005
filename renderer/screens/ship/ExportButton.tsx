import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../bridge/queries/orderQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { ExportDialog } from './ExportDialog.tsx';

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
