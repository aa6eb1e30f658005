import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintFilter } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { PapersDialog } from './PapersDialog.tsx';

/** Leads to picking lists, packing slips, separators and handover lists. */
export function PapersButton({ filter }: { readonly filter: PrintFilter }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useKeys(useMemo(() => [{ combo: 'l', says: t('papers.title'), run: () => setOpen(true) }], [t]));
  return (
    <>
      <Button icon="file" keyHint="L" onPress={() => setOpen(true)}>
        {t('papers.button')}
      </Button>
      {isOpen && <PapersDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  );
}
