import { useQuery } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { core } from '../../bridge/core.ts';
import type { WindowRows } from '../../bridge/windowRows.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { Dash } from '../../parts/table/TableRow.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

type ImportRow = Answered<'imports', 'history'>['rows'][number];

/** Shown at first on the smallest screen; the rest on demand. */
const fewestShown = 8;
const maxShown = 100;
/** The part of the history that is looked at. */
export const historySight = { first: 0, last: maxShown - 1 };

const figures = ['imported', 'needsReview', 'duplicates', 'changed', 'rejected'] as const;

/** When an import was taken back, or the way to do it. */
function UndoCell({ row, onUndo }: { readonly row: ImportRow; onUndo(): void }) {
  const { t } = useTranslation();
  if (row.undoneAt !== null)
    return (
      <span className="soft small">
        <Moment after={t('imports.undoneAt')} at={row.undoneAt} />
      </span>
    );
  return (
    <span className="history-act">
      <IconButton icon="undo" label={t('imports.undoNamed', { file: row.file })} onPress={onUndo} />
    </span>
  );
}

/** px of title and heads above the rows, and of the button for the others below. */
const aroundRowsPx = 112;

/** How many rows have room below what is above them on the page. */
function useFittingRows(): { readonly section: RefObject<HTMLElement | null>; readonly fitting: number } {
  const section = useRef<HTMLElement>(null);
  const [fitting, setFitting] = useState(fewestShown);
  const measure = (): void => {
    const { current: own } = section;
    const page = own?.parentElement;
    const rowPx = own?.querySelector('tbody tr')?.getBoundingClientRect().height ?? 0;
    if (own == null || page == null || rowPx === 0) return;
    const abovePx = own.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
    const roomPx = page.clientHeight - abovePx - aroundRowsPx;
    setFitting(Math.max(fewestShown, Math.floor(roomPx / rowPx)));
  };
  // A file that is looked at, or several, come and go above it.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return { section, fitting };
}

/** Previous imports, newest first. */
export function ImportHistory({ rows }: { readonly rows: WindowRows<ImportRow> }) {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  const { section, fitting } = useFittingRows();
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  if (rows.total === 0) return null;
  const most = Math.min(rows.total, maxShown);
  const count = isLong ? most : Math.min(most, fitting);
  const shown = Array.from({ length: count }, (_, index) => rows.rowAt(index)).filter(
    (row) => row !== undefined,
  );
  return (
    <section ref={section} className="stack import-history" aria-label={t('imports.history')}>
      <h2>{t('imports.history')}</h2>
      <div className="panel">
        <PlainTable
          rows={shown}
          keyOf={({ importId }) => importId}
          rowLook={({ undoneAt }) => (undoneAt === null ? '' : 'history-undone')}
          columns={[
            [t('imports.when'), ({ at }) => <Moment at={at} />],
            [t('imports.file'), ({ file }) => (file === '' ? t('imports.pasted') : file)],
            [t('imports.platform'), ({ profile }) => t(`source.${profile}`, profile)],
            [t('imports.rows'), ({ rows: count }) => formatCount(count), 'count'],
            ...figures.map(
              (figure) =>
                [
                  t(`imports.figure.${figure}`),
                  (row: ImportRow) => (row[figure] === 0 ? <Dash /> : formatCount(row[figure])),
                  'count',
                ] as const,
            ),
            [t('common.undo'), (row) => <UndoCell row={row} onUndo={() => setUndoing(row)} />, 'act'],
          ]}
        />
      </div>
      {count < most && (
        <div>
          <Button look="quiet" size="small" onPress={() => setLong(true)}>
            {t('imports.showMore', { count: most - count })}
          </Button>
        </div>
      )}
      {undoing !== null && <UndoDialog row={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

/** Orders named one by one when they stand in the way; the count tells the rest. */
const maxNamed = 8;

/** Says what undoing an import takes away, and what is in its way, before anything is touched. */
function UndoDialog({ row, onClose }: { readonly row: ImportRow; onClose(): void }) {
  const { t } = useTranslation();
  const check = useQuery({
    queryKey: ['imports', 'undoCheck', row.importId],
    queryFn: ({ signal }) => core.imports.undoCheck({ importId: row.importId }, { signal }),
    gcTime: 0,
    meta: { topics: ['orders', 'shipments', 'imports'] },
  }).data;
  const undo = useAct(() => core.imports.undo({ importId: row.importId }), {
    says: ({ removed, reverted }) => ({
      tone: 'done',
      says: t('imports.undone', { count: removed }),
      ...(reverted > 0 ? { next: t('imports.reverted', { count: reverted }) } : {}),
    }),
    after: onClose,
  });
  const blocked = check?.blocked ?? [];
  return (
    <AskDialog
      title={t('imports.undoTitle', { file: row.file === '' ? t('imports.pasted') : row.file })}
      yes={t('imports.undoYes')}
      no={t('imports.keepImport')}
      look="danger"
      isReady={check !== undefined && blocked.length === 0}
      {...undo.dialog()}
      onClose={onClose}
    >
      {check === undefined && <p className="soft">{t('common.loading')}</p>}
      {check !== undefined && blocked.length === 0 && (
        <div className="stack-tight">
          <p>{t('imports.undoOrders', { count: check.orders })}</p>
          {check.changes > 0 && <p>{t('imports.undoChanges', { count: check.changes })}</p>}
          <p className="soft">{t('imports.undoNote')}</p>
        </div>
      )}
      {blocked.length > 0 && (
        <Notice
          tone="note"
          title={t('imports.undoBlocked', { count: blocked.length })}
          next={t('imports.undoBlockedNext')}
        >
          <p className="number small">
            {blocked
              .slice(0, maxNamed)
              .map(({ orderNo }) => orderNo)
              .join(t('common.listComma'))}
          </p>
        </Notice>
      )}
    </AskDialog>
  );
}
