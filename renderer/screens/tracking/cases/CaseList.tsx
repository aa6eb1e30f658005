import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { CaseRow } from '../../../../shared/contracts/tracking/cases.ts';
import { type CaseKind, caseKinds } from '../../../../shared/domain/cases/trackingCase.ts';
import { ask } from '../../../bridge/core.ts';
import { useTicks, useWindowRows } from '../../../bridge/windowRows.ts';
import { IconButton } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { formatCount } from '../../../parts/format.ts';
import { usePlaceState } from '../../../parts/usePlaceState.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useNarrowedBy } from '../../../work/narrowedBy.ts';
import { useTickedPart } from '../../../work/tickedPart.ts';
import { ParcelPane } from '../ParcelPane.tsx';
import { CaseActs } from './CaseActs.tsx';
import './cases.css';
import { keysOf } from '../../../../shared/rules/typedRecord.ts';
import { useCaseColumns } from './useCaseColumns.tsx';

type Filter = Omit<Asked<'cases', 'window'>, 'offset' | 'limit'>;

/** Which cases are looked at. The first wait for somebody, as the tab above counts them; `all`: with those that wait for a reply or a day. */
const shows = {
  open: { state: 'open' },
  all: {},
  overdue: { isOverdue: true },
  unowned: { ownerId: '' },
  waiting: { state: 'waiting' },
  snoozed: { state: 'snoozed' },
  solved: { state: 'solved' },
} as const satisfies Readonly<Record<string, Filter>>;
type Show = keyof typeof shows;

const anyKind = 'any';

/** What is looked at, with how many there are of each. */
function useCaseFilter(ledKind: CaseKind | undefined, step: number) {
  const { t } = useTranslation();
  // A kind is counted, and led to, whoever its cases wait for.
  const [show, setShow] = usePlaceState<Show>(ledKind === undefined ? undefined : 'all', step, 'open');
  const [kind, setKind] = usePlaceState<CaseKind | typeof anyKind>(ledKind, step, anyKind);
  const counts = useQuery(ask.cases.counts.queryOptions()).data;
  const all = counts && counts.open + counts.waiting + counts.snoozed;
  const totals: Partial<Record<Show, number>> = { ...counts, ...(all === undefined ? {} : { all }) };
  const counted = (label: string, count: number | undefined) =>
    count === undefined ? label : `${label} ${formatCount(count)}`;
  const filter: Filter = { ...shows[show], ...(kind === anyKind ? {} : { kind }) };
  const fields = (
    <>
      <SelectField
        label={t('caseWork.which')}
        isLabelHidden
        width={176}
        value={show}
        options={keysOf(shows).map((value) => ({
          value,
          label: counted(t(`caseWork.show.${value}`), value === 'solved' ? undefined : totals[value]),
        }))}
        onChange={setShow}
      />
      <SelectField
        label={t('caseWork.kindField')}
        isLabelHidden
        width={176}
        value={kind}
        options={[
          { value: anyKind, label: t('caseWork.anyKind') },
          ...caseKinds
            .filter((one) => one === kind || (counts?.byKind[one] ?? 0) > 0)
            .map((value) => ({
              value,
              label: counted(t(`caseKind.${value}`), show === 'all' ? counts?.byKind[value] : undefined),
            })),
        ]}
        onChange={setKind}
      />
    </>
  );
  const words = [t(`caseWork.show.${show}`), kind === anyKind ? '' : t(`caseKind.${kind}`)];
  const showAll = (): void => {
    setShow('all');
    setKind(anyKind);
  };
  return {
    filter,
    fields,
    words,
    showAll,
    counts,
    /** Nothing narrows what waits for somebody. */
    isPlain: (show === 'open' || show === 'all') && kind === anyKind,
    /** Some wait for a reply or a day. */
    isMore: show === 'open' && (all ?? 0) > 0,
  };
}

const idOf = (row: CaseRow): string => row.id;

interface CaseListProps {
  /** The kind whoever opened it means. */
  readonly ledKind: CaseKind | undefined;
  readonly step: number;
  readonly searched: string;
  readonly activeNo: string | null;
  onActivate(waybillNo: string | null): void;
  /** Leads to the parcels that are on their way, when nothing is wrong with any. */
  onDone(): void;
}

/** Everything that is wrong with a parcel, the worst first, and what is done about it. */
export function CaseList(props: CaseListProps) {
  const { searched, activeNo, onActivate, onDone } = props;
  const { t } = useTranslation();
  const { filter, fields, words, showAll, counts, isPlain, isMore } = useCaseFilter(
    props.ledKind,
    props.step,
  );
  const narrowedBy = useNarrowedBy();
  const rows = useWindowRows(ask.cases.window, {
    ...filter,
    ...(searched === '' ? {} : { search: searched }),
  });
  const { ticks } = useTicks(rows, idOf, useTickedPart());
  const [activeId, setActiveId] = useState<string | null>(null);
  const columns = useCaseColumns();
  const toAll = { label: t('caseWork.showAll'), run: showAll };
  const nothing =
    !isPlain || searched !== ''
      ? {
          icon: 'check' as const,
          title: t('caseWork.emptyHere'),
          note: narrowedBy(words, searched),
          act: toAll,
        }
      : {
          icon: 'check' as const,
          title: t('caseWork.empty'),
          note: t('caseWork.emptyNote'),
          act: isMore ? toAll : { label: t('caseWork.toMoving'), run: onDone },
        };
  return (
    <>
      <div className="case-filters">
        {fields}
        <span className="grow" />
        {counts !== undefined && counts.workedAt !== null && (
          <span className="soft small">
            <Moment after={t('caseWork.worked')} at={counts.workedAt} as="age" />
            {counts.behind > 0 && ` · ${t('caseWork.behind', { count: counts.behind })}`}
          </span>
        )}
      </div>
      <ListTable
        tableId="cases"
        label={t('caseWork.tab')}
        columns={columns}
        rows={rows}
        ticks={ticks}
        activeKey={activeId}
        rowKey={idOf}
        countWords={(count) => t('table.cases', { count, shown: formatCount(count) })}
        onActivate={(row) => {
          setActiveId(row.id);
          onActivate(row.waybillNo);
        }}
        nothing={nothing}
      >
        {activeNo !== null && (
          <ParcelPane key={activeNo} waybillNo={activeNo} onClose={() => onActivate(null)} />
        )}
      </ListTable>
      {ticks.rows.size > 0 && (
        <section className="panel parcel-batch" aria-label={t('caseWork.batch')}>
          <strong className="number">{formatCount(ticks.rows.size)}</strong>
          {t('caseWork.ticked')}
          <IconButton icon="close" label={t('ship.untick')} onPress={ticks.clear} />
          <span className="grow" />
          <CaseActs caseIds={[...ticks.rows.keys()]} hasKeys={false} />
        </section>
      )}
    </>
  );
}
