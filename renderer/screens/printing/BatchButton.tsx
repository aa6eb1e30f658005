import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { statusQueries } from '../../bridge/queries/statusQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { BatchDialog } from './BatchDialog.tsx';

/** Leads to the batch while there is one. */
export function BatchButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const unprinted = useQuery(statusQueries.now()).data?.unprinted ?? 0;
  const rules = useQuery(printQueries.rules()).data;
  const isOffered = unprinted > 0 && rules !== undefined;
  useKeys(
    isOffered
      ? [{ combo: 'b', says: t('printing.batch', { count: unprinted }), run: () => setOpen(true) }]
      : [],
  );
  if (!isOffered) return null;
  return (
    <>
      <Button look="primary" icon="print" keyHint="B" onPress={() => setOpen(true)}>
        {t('printing.batch', { count: unprinted })}
      </Button>
      {isOpen && <BatchDialog count={unprinted} rules={rules} onClose={() => setOpen(false)} />}
    </>
  );
}
