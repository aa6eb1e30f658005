import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { MarkChip, useSpanWords } from '../../work/MarkChip.tsx';
import { useNarrowedBy } from '../../work/narrowedBy.ts';
import { useAct } from '../../work/useAct.ts';
import './printing.css';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import {
  type MarkedPrints,
  type PrintJobState,
  printJobStates,
} from '../../../shared/domain/printing/printJob.ts';
import { ask, core } from '../../bridge/core.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { type PrintFilter, questions } from '../../bridge/questions.ts';
import { useWindowRows, type WindowRows } from '../../bridge/windowRows.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { formatCount } from '../../parts/format.ts';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { printTone } from '../../words/tones.ts';
import { Moment } from '../../work/Moment.tsx';
import { Attention } from './Attention.tsx';
import { BatchButton } from './BatchDialog.tsx';
import { BatchesButton, batchOfRow, useBatchHeads } from './BatchHeads.tsx';
import { JobDetail } from './JobDetail.tsx';
import { useJobReason, usePrinterNames } from './jobWords.ts';
import { PapersButton } from './PapersDialog.tsx';
import { PrintersPane } from './PrintersPane.tsx';
import { RecoverDialog } from './RecoverDialog.tsx';
import { type FoundRecovery, usePrintScan } from './recovery.ts';

const isJobState = (text: string | undefined): text is PrintJobState =>
  (printJobStates as readonly (string | undefined)[]).includes(text);

/** Which part of the ledger: state and printer, changed by the operator or by whoever opened it. */
function usePrintFilter(focus: PlaceFocus, step: number) {
  const led = isJobState(focus.filter) ? focus.filter : undefined;
  const [state, setState] = usePlaceState<PrintJobState | undefined>(led, step, undefined);
  const [printerUri, setPrinterUri] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  /** null: no mark of the board led here. */
  const [printed, setPrinted] = usePlaceState<MarkedPrints | null>(focus.printed ?? null, step, null);
  const searched = useDeferredValue(search.trim());
  const filter: PrintFilter = {
    ...(state === undefined ? {} : { state }),
    ...(printerUri === null ? {} : { printerUri }),
    ...(searched === '' ? {} : { search: searched }),
    ...(printed === null ? {} : { printed }),
  };
  const chooseState = (to: PrintJobState | undefined): void => {
    setPrinted(null);
    setState(to);
  };
  return {
    state,
    setState: chooseState,
    printed,
    setPrinted,
    printerUri,
    setPrinterUri,
    search,
    setSearch,
    filter,
  };
}

/** What narrows the ledger, in words: a mark of the board, and all of it where it hides every row. */
function useNarrowing({
  state,
  printed,
  printerUri,
  search,
}: Pick<ReturnType<typeof usePrintFilter>, 'state' | 'printed' | 'printerUri' | 'search'>) {
  const { t } = useTranslation();
  const spanWords = useSpanWords();
  const printerName = usePrinterNames();
  const narrowedBy = useNarrowedBy();
  const marked = printed === null ? '' : t(`print.marked.${printed.mark}`, { time: spanWords(printed) });
  const filters = [
    state === undefined ? '' : t(`job.${state}`),
    printerUri === null ? '' : printerName(printerUri),
    marked,
  ];
  return { marked, note: narrowedBy(filters, search.trim()) };
}

/** States with how many labels are in each; those nobody has are left out, the chosen one never. */
function StateChips(props: {
  readonly state: PrintJobState | undefined;
  onChoose(state: PrintJobState | undefined): void;
}) {
  const { t } = useTranslation();
  const counts = useQuery(ask.print.counts.queryOptions()).data;
  const shown = printJobStates.filter((id) => (counts?.[id] ?? 0) > 0 || id === props.state);
  const choices = (['all', ...shown] as const).map((id) => ({
    id,
    label: id === 'all' ? t('common.all') : t(`job.${id}`),
    count: counts === undefined ? undefined : (counts[id] ?? 0),
    ...(id === 'all' ? {} : { tone: printTone(id) }),
  }));
  return (
    <FilterChips
      label={t('common.byState')}
      choices={choices}
      chosen={props.state ?? 'all'}
      onChoose={(id) => props.onChoose(id === 'all' ? undefined : id)}
    />
  );
}

/** Every physical copy: what came out, what did not, and the plain question where nobody knows. */
export function PrintingScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const { state, setState, printed, setPrinted, printerUri, setPrinterUri, search, setSearch, filter } =
    usePrintFilter(focus, step);
  const narrowing = useNarrowing({ state, printed, printerUri, search });
  const heads = useBatchHeads(filter);
  const rows = useWindowRows(heads.question, filter);
  const [active, setActive] = useState<PrintJobRow | null>(null);
  const [recovering, setRecovering] = useState<{ uri: string; found: FoundRecovery | null } | null>(null);
  const columns = usePrintColumns(state);
  const printerName = usePrinterNames();
  usePrintScan({
    onScanned: setActive,
    onRecovery: (found) => setRecovering({ uri: found.printerUri, found }),
  });
  const askLastGood = (uri: string): void => setRecovering({ uri, found: null });
  const activeNow = findRow(rows, active) ?? active;
  const showAll = (): void => {
    setState(undefined);
    setPrinterUri(null);
    setSearch('');
  };
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.print')}</h1>
        <SearchField label={t('track.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <BatchesButton heads={heads} />
        <PapersButton filter={filter} />
        <ColumnChooser tableId="print" columns={columns} />
      </header>
      <StateChips state={state} onChoose={setState} />
      {printed !== null && <MarkChip words={narrowing.marked} onRemove={() => setPrinted(null)} />}
      <Attention onRecover={askLastGood} />
      <ListTable
        look="beside print-beside"
        tableId="print"
        label={t('screen.print')}
        columns={columns}
        rows={rows}
        {...(heads.groups === null ? {} : { groups: heads.groups, groupOf: batchOfRow })}
        activeKey={activeNow?.id ?? null}
        rowKey={({ id }) => id}
        onActivate={(job) => setActive(job)}
        countWords={(count) => t('table.labels', { count, shown: formatCount(count) })}
        foot={heads.groups === null ? [] : [t('print.paperOrder')]}
        nothing={
          Object.keys(filter).length > 0
            ? {
                icon: 'search',
                title: t('print.noneFound'),
                note: narrowing.note,
                act: { label: t('common.showAll'), run: showAll },
              }
            : {
                icon: 'print',
                title: t('print.empty'),
                note: t('print.emptyNote'),
                act: { label: t('common.toShip'), isMain: true, run: () => go('ship') },
              }
        }
      >
        {activeNow !== null && (
          <JobDetail key={activeNow.id} job={activeNow} onClose={() => setActive(null)} />
        )}
        <PrintersPane chosenUri={printerUri} onChoose={setPrinterUri} onRecover={askLastGood} />
      </ListTable>
      <PrintFoot />
      {recovering !== null && (
        <RecoverDialog
          key={recovering.found?.code ?? recovering.uri}
          printerUri={recovering.uri}
          printerName={printerName(recovering.uri)}
          found={recovering.found}
          onClose={() => setRecovering(null)}
        />
      )}
    </div>
  );
}

/** The present version of a chosen job while it is among the rows at hand. */
function findRow(rows: WindowRows<PrintJobRow>, wanted: PrintJobRow | null): PrintJobRow | undefined {
  if (wanted === null) return undefined;
  for (let index = 0; index < rows.total; index += 1) {
    const row = rows.rowAt(index);
    if (row?.id === wanted.id) return row;
  }
  return undefined;
}

/** The end of the work, where it is on every screen: what can be printed now. There is none while nothing can. */
function PrintFoot() {
  const unprinted = useQuery(questions.status()).data?.unprinted ?? 0;
  const failed = useQuery(ask.print.counts.queryOptions()).data?.retryable ?? 0;
  if (unprinted === 0 && failed === 0) return null;
  return (
    <footer className="line print-foot">
      <span className="grow" />
      {failed > 0 && <RetryAll count={failed} />}
      {unprinted > 0 && <BatchButton count={unprinted} />}
    </footer>
  );
}

/** Puts the jobs that certainly did not print back into the queue; those a person gave up stay given up. */
function RetryAll({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const retry = useAct(() => core.print.retryFailed(), {
    says: ({ retried }) => t('print.retried', { count: retried }),
  });
  return (
    <KeyButton icon="refresh" combo="Alt+r" {...retry.press()}>
      {t('print.retryAll', { count })}
    </KeyButton>
  );
}

/** States whose labels say why they are in it. */
const tellingStates: readonly (PrintJobState | undefined)[] = ['unsure', 'failed', 'held'];

/**
 * Columns of the ledger: one row is one physical copy. Among all labels few have a reason, so its column leaves before those that say
 * which parcel it is.
 */
function usePrintColumns(state: PrintJobState | undefined): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const printerName = usePrinterNames();
  const reasonOf = useJobReason();
  const isTelling = tellingStates.includes(state);
  return useMemo(() => {
    return [
      textColumn('waybillNo', t('col.waybillNo'), 160, (job) => job.waybillNo, { isLongNo: true }),
      textColumn('state', t('col.state'), 112, ({ state }) => t(`job.${state}`), {
        isMark: true,
        cell: ({ state }) => <StateMark tone={printTone(state)} label={t(`job.${state}`)} />,
      }),
      textColumn('orderNo', t('col.orderNo'), 176, (job) => job.orderNo, {
        isLongNo: true,
        isWordy: true,
        leaves: 8,
      }),
      textColumn('carrier', t('col.carrier'), 104, (job) => carrierName(job.carrier), {
        isWordy: true,
        leaves: 5,
      }),
      textColumn('name', t('col.name'), 68, (job) => job.receiverName, { leaves: 6 }),
      textColumn('reason', t('common.reason'), 144, reasonOf, {
        isFlexible: true,
        leaves: isTelling ? 9 : 4,
      }),
      textColumn('serial', t('print.serial'), 96, (job) => `${job.serialNo} / ${job.serialTotal}`, {
        leaves: 7,
      }),
      textColumn(
        'parcel',
        t('printing.parcel'),
        56,
        (job) =>
          job.parcelTotal > 1 ? t('parcels.place', { number: job.parcelNo, total: job.parcelTotal }) : '',
        { leaves: 1 },
      ),
      textColumn(
        'copy',
        t('print.reprint'),
        64,
        (job) => (job.copyNo > 1 ? t('printing.copyNo', { number: job.copyNo - 1 }) : ''),
        { leaves: 1 },
      ),
      textColumn('printer', t('print.printer'), 104, (job) => printerName(job.printerUri), { leaves: 2 }),
      textColumn('age', t('printing.age'), 88, (job) => copiedTime(job.sentAt ?? job.createdAt), {
        cell: (job) => <Moment at={job.sentAt ?? job.createdAt} as="age" />,
        isWordy: true,
        leaves: 3,
      }),
      textColumn('operator', t('status.operator'), 84, (job) => job.operator, {
        isOptional: true,
      }),
    ];
  }, [t, carrierName, printerName, reasonOf, isTelling]);
}
