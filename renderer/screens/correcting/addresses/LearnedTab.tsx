import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearnedRow } from '../../../../shared/contracts/addressKnowledge.ts';
import { ask, core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { formatPhone } from '../../../parts/format.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';

function whatOf({ kind, written, receiver }: LearnedRow): string {
  const { province, city, district, town, detail } = receiver;
  const place = `${province}${city === province ? '' : city}${district}${town}${detail}`;
  return kind === 'spelling'
    ? `${written} → ${place}`
    : `${receiver.name} ${formatPhone(receiver.phone)} ${place}`;
}

function ForgetButton({ row }: { readonly row: LearnedRow }) {
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

function useLearnedColumns(): readonly TableColumn<LearnedRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      textColumn('kind', t('addressBook.col.kind'), 108, (row) => t(`addressBook.kind.${row.kind}`)),
      textColumn('what', t('addressBook.col.what'), 420, whatOf, {
        cell: (row) => <span className={row.isForgotten ? 'soft' : ''}>{whatOf(row)}</span>,
      }),
      textColumn(
        'where',
        t('addressBook.col.where'),
        140,
        (row) => [row.source, row.shop].filter((text) => text !== '').join(' '),
        {
          cell: (row) =>
            row.kind === 'address'
              ? t('addressBook.everywhere')
              : [t(`source.${row.source}`, row.source), row.shop].filter((text) => text !== '').join(' · '),
        },
      ),
      textColumn('used', t('addressBook.col.used'), 80, (row) => String(row.usedCount)),
      textColumn('learnedAt', t('addressBook.col.learnedAt'), 140, (row) => copiedTime(row.learnedAt), {
        cell: (row) => <Moment at={row.learnedAt} />,
      }),
      textColumn(
        'act',
        t('addressBook.col.act'),
        100,
        (row) => (row.isForgotten ? t('addressBook.forgotten') : ''),
        { cell: (row) => <ForgetButton row={row} /> },
      ),
    ],
    [t],
  );
}

/** Everything corrections taught, newest first; receivers are masked here as everywhere outside Correct. */
export function LearnedTab() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const searched = useDeferredValue(search.trim());
  const rows = useWindowRows(ask.addressKnowledge.learned, searched === '' ? {} : { search: searched });
  const columns = useLearnedColumns();
  return (
    <>
      <div className="line">
        <SearchField label={t('addressBook.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <ExportLearned />
      </div>
      <ListTable
        tableId="learned"
        label={t('addressBook.tab.learned')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={({ id }) => id}
        onActivate={(row) => setActiveId(row.id)}
        nothing={{
          icon: 'search',
          title: t('addressBook.nothingLearned'),
          note: t('addressBook.nothingLearnedNote'),
        }}
      />
    </>
  );
}

/** Writes what was learned into a file: masked, or in full after a word of its own, which is recorded. */
function ExportLearned() {
  const { t } = useTranslation();
  return (
    <OpeningButton icon="file" label={t('exporting.short')}>
      {(close) => <ExportDialog onClose={close} />}
    </OpeningButton>
  );
}

function ExportDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const write = useAct(
    (isPersonalDataConfirmed: boolean) =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.addressKnowledge.exportLearned({ isPersonalDataConfirmed, approvalIds }),
      ),
    {
      says: (file) => fileWords(t('addressBook.exported', { count: file.count }), file),
      ended: onClose,
    },
  );
  return (
    <AskDialog
      title={t('addressBook.exportTitle')}
      yes={t('addressBook.exportMasked')}
      {...write.dialog(false)}
      more={
        <Button look="danger" {...write.press(true)}>
          {t('addressBook.exportOpen')}
        </Button>
      }
      onClose={onClose}
    >
      <p>{t('addressBook.exportNote')}</p>
    </AskDialog>
  );
}
