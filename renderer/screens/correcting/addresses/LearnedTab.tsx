import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { pageBridge, useNow } from '../../../bridge/page.ts';
import { addressBookQueries, type LearnedView } from '../../../bridge/queries/correctQueries.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { VirtualTable } from '../../../parts/table/VirtualTable.tsx';
import { When } from '../../../parts/When.tsx';
import { useAct } from '../../../work/useAct.ts';

function whatOf({ kind, written, receiver }: LearnedView): string {
  const { province, city, district, town, detail } = receiver;
  const place = `${province}${city === province ? '' : city}${district}${town}${detail}`;
  return kind === 'spelling' ? `${written} → ${place}` : `${receiver.name} ${receiver.phone} ${place}`;
}

function ForgetButton({ row }: { readonly row: LearnedView }) {
  const { t } = useTranslation();
  const change = useAct(() =>
    row.isForgotten
      ? core.addressKnowledge.bringBack({ id: row.id })
      : core.addressKnowledge.forget({ id: row.id }),
  );
  return (
    <Button size="small" {...change.press()}>
      {t(row.isForgotten ? 'addressBook.bringBack' : 'addressBook.forget')}
    </Button>
  );
}

function useLearnedColumns(): readonly TableColumn<LearnedView>[] {
  const { t } = useTranslation();
  const now = useNow();
  return useMemo(
    () => [
      textColumn<LearnedView>('kind', t('addressBook.col.kind'), 108, (row) =>
        t(`addressBook.kind.${row.kind}`),
      ),
      {
        id: 'what',
        title: t('addressBook.col.what'),
        width: 420,
        cell: (row) => <span className={row.isForgotten ? 'soft' : ''}>{whatOf(row)}</span>,
        text: whatOf,
      },
      {
        id: 'where',
        title: t('addressBook.col.where'),
        width: 140,
        cell: (row) =>
          row.kind === 'address'
            ? t('addressBook.everywhere')
            : [t(`source.${row.source}`, row.source), row.shop].filter((text) => text !== '').join(' · '),
        text: (row) => [row.source, row.shop].filter((text) => text !== '').join(' '),
      },
      textColumn<LearnedView>('used', t('addressBook.col.used'), 80, (row) => String(row.usedCount)),
      {
        id: 'learnedAt',
        title: t('addressBook.col.learnedAt'),
        width: 140,
        cell: (row) => <When at={row.learnedAt} now={now} />,
        text: (row) => new Date(row.learnedAt).toISOString(),
      },
      {
        id: 'act',
        title: t('addressBook.col.act'),
        width: 100,
        cell: (row) => <ForgetButton row={row} />,
        text: (row) => (row.isForgotten ? t('addressBook.forgotten') : ''),
      },
    ],
    [t, now],
  );
}

const learnedId = (row: LearnedView): string => row.id;

/** Everything corrections taught, newest first; receivers are masked here as everywhere outside Correct. */
export function LearnedTab() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const searched = useDeferredValue(search.trim());
  const list = useMemo(() => addressBookQueries.learned(searched), [searched]);
  const rows = useWindowRows(list);
  const columns = useLearnedColumns();
  return (
    <>
      <div className="line">
        <SearchField label={t('addressBook.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <ExportLearned />
      </div>
      <VirtualTable
        tableId="learned"
        label={t('addressBook.tab.learned')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={learnedId}
        onActivate={(row) => setActiveId(row.id)}
        onCopy={(text) => void pageBridge().copyText(text)}
        empty={
          <EmptyState icon="search" title={t('addressBook.nothingLearned')}>
            <p>{t('addressBook.nothingLearnedNote')}</p>
          </EmptyState>
        }
      />
    </>
  );
}

/** Writes what was learned into a file: masked, or in full after a word of its own, which is recorded. */
function ExportLearned() {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const written = useMutation({
    mutationFn: (isPersonalDataConfirmed: boolean) =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.addressKnowledge.exportLearned({ isPersonalDataConfirmed, approvalIds }),
      ),
    onSuccess: ({ path, count }) =>
      say({
        tone: 'done',
        says: t('addressBook.exported', { count }),
        next: path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
      }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button icon="file" onPress={() => setAsking(true)}>
        {t('addressBook.export')}
      </Button>
      {isAsking && (
        <AskDialog
          title={t('addressBook.exportTitle')}
          yes={t('addressBook.exportMasked')}
          isBusy={written.isPending}
          more={
            <Button look="danger" isBusy={written.isPending} onPress={() => written.mutate(true)}>
              {t('addressBook.exportOpen')}
            </Button>
          }
          onYes={() => written.mutate(false)}
          onClose={() => setAsking(false)}
        >
          <p>{t('addressBook.exportNote')}</p>
        </AskDialog>
      )}
    </>
  );
}
