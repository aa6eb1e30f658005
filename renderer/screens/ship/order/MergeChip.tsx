import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import { mergeLevels } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { isUnderWay, useImportQueue } from '../../../bridge/importQueue.ts';
import { questions } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useChoice } from '../../../parts/form/choices.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { lettersOf } from '../../../parts/letters.ts';
import { MaskedText } from '../../../parts/When.tsx';
import { useAct } from '../../../work/useAct.ts';

type MergeGroup = Answered<'merging', 'hints'>['groups'][number];

interface MergeChipProps {
  /** The rows are there: looking for pairs would keep them waiting. */
  readonly isListRead: boolean;
  readonly ticked: ReadonlyMap<string, OrderRow>;
  onMerged(orderId: string): void;
  /** The ticked orders were merged: they are no longer there to be ticked. */
  onDone(): void;
}

/** How many orders could share a parcel; with two or more ready orders ticked, merges those. */
export function MergeChip({ isListRead, ticked, onMerged, onDone }: MergeChipProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isImporting = useImportQueue(({ items }) => items.some(isUnderWay));
  // Looking for pairs reads every ready order: not at each batch of an import.
  const hints = useQuery({ ...questions.mergeHints('exact'), enabled: isListRead && !isImporting }).data;
  const { merge } = useMerge((orderId) => {
    onDone();
    onMerged(orderId);
  });
  const chosen = [...ticked.values()];
  const canMerge = chosen.length > 1 && chosen.every(({ state }) => state === 'ready');
  const total = hints?.total ?? 0;
  const open = (): void => setOpen(true);
  // Bound with no pair in sight as well: the dialog also looks for looser ones.
  useKeys([{ combo: lettersOf.ship.groups, says: t('merging.title'), run: open }]);
  return (
    <>
      {canMerge && (
        <KeyButton size="small" combo={lettersOf.ship.merge} {...merge.press(chosen)}>
          {t('merging.mergeTicked', { count: chosen.length })}
        </KeyButton>
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

interface GroupProps {
  readonly group: MergeGroup;
  readonly isBusy: boolean;
  onMerge(): void;
}

function Group({ group, isBusy, onMerge }: GroupProps) {
  const { t } = useTranslation();
  const receiver = group.orders[0]?.receiver;
  return (
    <li className="merge-group">
      <div className="line">
        <strong>{receiver?.name}</strong>
        {receiver !== undefined && <MaskedText phone={receiver.phone} extension={receiver.extension} />}
        <span className="soft grow merge-address">
          {[receiver?.city, receiver?.district, receiver?.town, receiver?.detail].filter(Boolean).join(' ')}
        </span>
        <Button size="small" isBusy={isBusy} onPress={onMerge}>
          {t('merging.mergeCount', { count: group.orders.length })}
        </Button>
      </div>
      <ul className="plain-list merge-members">
        {group.orders.map(({ id, orderNo, shop, goodsText }) => (
          <li key={id}>
            <span className="number">{orderNo}</span>
            <span className="soft">{[shop, goodsText].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The button that was pressed went with its group: the next one is as near, so that Enter goes on. */
function useFocusOnNext(hints: Answered<'merging', 'hints'> | undefined): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (hints !== undefined && document.activeElement === document.body)
      list.current?.querySelector('button')?.focus();
  }, [hints]);
  return list;
}

/** Orders of one recipient, group by group; nothing is merged before somebody says so. */
function MergeDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [level, levelField] = useChoice(t('merging.level'), mergeLevels, (value) =>
    t(`merging.levelOf.${value}`),
  );
  const hints = useQuery(questions.mergeHints(level)).data;
  // With the last of them the dialog has nothing more to ask, and what takes it back stands beneath it.
  const { merge } = useMerge(() => {
    if (hints?.total === 1) onClose();
  });
  const list = useFocusOnNext(hints);
  return (
    <Dialog title={t('merging.title')} width={820} onClose={onClose}>
      <div className="stack">
        <div className="stack-tight">
          {levelField}
          <p className="soft small">{t(`merging.levelNote.${level}`)}</p>
        </div>
        {hints !== undefined && hints.total === 0 && (
          <EmptyState icon="check" title={t('merging.none')}>
            <p>{t('merging.noneNote')}</p>
          </EmptyState>
        )}
        <ul ref={list} className="plain-list">
          {hints?.groups.map((group) => (
            <Group
              key={group.id}
              group={group}
              isBusy={merge.isPending}
              onMerge={() => merge.mutate(group.orders)}
            />
          ))}
        </ul>
        {hints !== undefined && hints.total > hints.groups.length && (
          <p className="soft small">{t('merging.more', { count: hints.total - hints.groups.length })}</p>
        )}
        <p className="soft small">{t('merging.note')}</p>
      </div>
    </Dialog>
  );
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Makes one parcel of several orders; the word that says so also takes it back. */
export function useMerge(onDone: (orderId: string) => void) {
  const { t } = useTranslation();
  const undo = useAct(({ id, version }: Seen) => core.merging.undo({ orderId: id, version }), {
    says: ({ orders }) => t('merging.undone', { count: orders.length }),
  });
  const merge = useAct(
    (orders: readonly Seen[]) =>
      core.merging.merge({ members: orders.map(({ id, version }) => ({ orderId: id, version })) }),
    {
      says: (order, members) => ({
        tone: 'done',
        says: t('merging.merged', { count: members.length, orderNo: order.orderNo }),
        action: { label: t('merging.undo'), run: () => undo.mutate(order) },
      }),
      after: (order) => onDone(order.id),
    },
  );
  return { merge, undo };
}
