import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contracts/ordersContract.ts';
import { isUnderWay } from '../../../bridge/importItem.ts';
import { mergeQueries } from '../../../bridge/queries/mergeQueries.ts';
import { useImportQueue } from '../../../bridge/useImportQueue.ts';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/useKeys.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { useMerge } from './useMerge.ts';

interface MergeChipProps {
  readonly ticked: ReadonlyMap<string, OrderRow>;
  onMerged(orderId: string): void;
  /** The ticked orders were merged: they are no longer there to be ticked. */
  onDone(): void;
}

/** How many orders could share a parcel; with two or more ready orders ticked, merges those. */
export function MergeChip({ ticked, onMerged, onDone }: MergeChipProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isImporting = useImportQueue(({ items }) => items.some(isUnderWay));
  // Looking for pairs reads every ready order: not at each batch of an import.
  const hints = useQuery({ ...mergeQueries.hints('exact'), enabled: !isImporting }).data;
  const { merge } = useMerge((orderId) => {
    onDone();
    onMerged(orderId);
  });
  const chosen = [...ticked.values()];
  const canMerge = chosen.length > 1 && chosen.every(({ state }) => state === 'ready');
  const mergeTicked = (): void => {
    if (canMerge && !merge.isPending) merge.mutate(chosen);
  };
  const open = (): void => setOpen(true);
  useKeys([
    ...(canMerge
      ? [{ combo: 'm', says: t('merging.mergeTicked', { count: chosen.length }), run: mergeTicked }]
      : []),
    { combo: 'g', says: t('merging.title'), run: open },
  ]);
  const total = hints?.total ?? 0;
  return (
    <>
      {canMerge && (
        <Button size="small" keyHint="M" isBusy={merge.isPending} onPress={mergeTicked}>
          {t('merging.mergeTicked', { count: chosen.length })}
        </Button>
      )}
      {total > 0 && (
        <Button size="small" keyHint="G" onPress={open}>
          {t('merging.hint', { count: total })}
        </Button>
      )}
      {isOpen && <MergeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
