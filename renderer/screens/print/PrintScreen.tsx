import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './print.css';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { type PrintJobState, printJobStates } from '../../../shared/domain/printJob.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { useWindowRows } from '../../bridge/useWindowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { type PlaceFocus, usePlace } from '../../parts/place/usePlace.ts';
import { printTone } from '../../parts/printTone.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { VirtualTable } from '../../parts/table/VirtualTable.tsx';
import { JobDetail } from './JobDetail.tsx';
import { RetryAll } from './RetryAll.tsx';
import { UnsureQuestion } from './UnsureQuestion.tsx';
import { usePrintColumns } from './usePrintColumns.tsx';

const isJobState = (text: string | undefined): text is PrintJobState =>
  (printJobStates as readonly (string | undefined)[]).includes(text);

const jobId = (job: PrintJobRow): string => job.id;

function NothingToPrint({ isFiltered, onAll }: { readonly isFiltered: boolean; onAll(): void }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  return isFiltered ? (
    <EmptyState icon="print" title={t('print.noneFound')}>
      <Button onPress={onAll}>{t('print.showAll')}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon="print" title={t('print.empty')}>
      <p>{t('print.emptyNote')}</p>
      <Button look="primary" onPress={() => go('ship')}>
        {t('print.toShip')}
      </Button>
    </EmptyState>
  );
}

/** Every physical copy: what came out, what did not, and the plain question where nobody knows. */
export function PrintScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const [state, setState] = useState<PrintJobState | undefined>(
    isJobState(focus.filter) ? focus.filter : undefined,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that somebody led here again
  useEffect(() => {
    if (isJobState(focus.filter)) setState(focus.filter);
  }, [step]);
  const list = useMemo(() => printQueries.list(state), [state]);
  const [range, setRange] = useState({ first: 0, last: 40 });
  const rows = useWindowRows(list, range);
  const counts = useQuery(printQueries.counts()).data;
  const [active, setActive] = useState<PrintJobRow | null>(null);
  const columns = usePrintColumns();
  const unsure = useQuery({
    queryKey: ['print', 'firstUnsure'],
    queryFn: ({ signal }) => printQueries.list('unsure').read({ offset: 0, limit: 1 }, signal),
    meta: { topics: ['printJobs'] },
  }).data?.rows[0];
  const activeNow = rowsFind(rows, active) ?? active;
  const choices = ['all' as const, ...printJobStates].map((id) => ({
    id,
    label: id === 'all' ? t('print.all') : t(`job.${id}`),
    count: counts === undefined ? undefined : (counts[id] ?? 0),
    ...(id === 'all' ? {} : { tone: printTone(id) }),
  }));
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.print')}</h1>
        <FilterChips
          label={t('print.filters')}
          choices={choices}
          chosen={state ?? 'all'}
          onChoose={(id) => setState(isJobState(id) ? id : undefined)}
        />
        <span className="grow" />
        {(counts?.failed ?? 0) > 0 && <RetryAll count={counts?.failed ?? 0} />}
        <ColumnChooser tableId="print" columns={columns} />
      </header>
      {unsure !== undefined && <UnsureQuestion key={unsure.id} job={unsure} total={counts?.unsure ?? 1} />}
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      <div className="beside">
        <VirtualTable
          key={JSON.stringify(list.key)}
          tableId="print"
          label={t('screen.print')}
          columns={columns}
          rows={rows}
          activeKey={activeNow?.id ?? null}
          rowKey={jobId}
          onRange={setRange}
          onActivate={setActive}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={<NothingToPrint isFiltered={state !== undefined} onAll={() => setState(undefined)} />}
        />
        {activeNow !== null && (
          <JobDetail key={activeNow.id} job={activeNow} onClose={() => setActive(null)} />
        )}
      </div>
    </div>
  );
}

/** The present version of a chosen job while it is among the rows at hand. */
function rowsFind(
  rows: { readonly total: number; rowAt(index: number): PrintJobRow | undefined },
  wanted: PrintJobRow | null,
): PrintJobRow | undefined {
  if (wanted === null) return undefined;
  for (let index = 0; index < rows.total; index += 1) {
    const row = rows.rowAt(index);
    if (row?.id === wanted.id) return row;
  }
  return undefined;
}
