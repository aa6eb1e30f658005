import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinTexts } from '../../../../shared/text/hanSpacing.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import './cod.css';
import type { CodRow, CodTotals } from '../../../../shared/contracts/insight/cod.ts';
import { type CodMatch, codMatches } from '../../../../shared/domain/bills/bill.ts';
import { ask } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useTicks, useWindowRows } from '../../../bridge/windowRows.ts';
import { Button } from '../../../parts/Button.tsx';
import { Figure } from '../../../parts/charts/Figure.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { formatCount, formatMoney } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { ColumnChooser } from '../../../parts/table/ColumnChooser.tsx';
import { ListTable } from '../../../work/ListTable.tsx';
import { useTickedPart } from '../../../work/tickedPart.ts';
import { CodPane } from './CodPane.tsx';
import { codTone, useCodColumns } from './useCodColumns.tsx';
import { useCodConfirmation } from './useCodConfirmation.ts';

type Shown = CodMatch | 'all';
const orderIdOf = (row: CodRow): string => row.orderId;

/** Money that buyers paid at the door: what is due, what was paid out, what differs and what is overdue. */
export function CodTab() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<CodRow | null>(null);
  const searched = useDeferredValue(search.trim());
  const answer = useQuery(ask.cod.totals.queryOptions({ placeholderData: keepPreviousData }));
  const totals = answer.data;
  // What needs somebody first, as long as nobody has chosen.
  const first = totals?.totals.find(
    ({ match, parcels }) => parcels > 0 && codTone[match] === 'failed',
  )?.match;
  const shown = chosen ?? first ?? 'all';
  const rows = useWindowRows(ask.cod.window, {
    ...(shown === 'all' ? {} : { match: shown }),
    ...(searched === '' ? {} : { search: searched }),
  });
  const { ticks } = useTicks(rows, orderIdOf, useTickedPart());
  const columns = useCodColumns();
  const count = (match: CodMatch) => totals?.totals.find((one) => one.match === match)?.parcels;
  const everything = totals?.totals.reduce((sum, { parcels }) => sum + parcels, 0);
  const choices = [
    { id: 'all' as const, label: t('common.all'), count: everything },
    ...codMatches
      .filter((id) => id === shown || (count(id) ?? 0) > 0)
      .map((id) => ({
        id,
        label: t(`codMatch.${id}`),
        count: count(id),
        ...(codTone[id] === 'failed' ? { tone: 'failed' as const } : {}),
      })),
  ];
  return (
    <div className="insight-board cod">
      <AnswerState answer={answer} />
      {totals !== undefined && <CodFigures totals={totals} onShow={setChosen} />}
      <div className="line">
        <FilterChips label={t('cod.kinds')} choices={choices} chosen={shown} onChoose={setChosen} />
        <span className="grow" />
        <SearchField label={t('cod.search')} value={search} onChange={setSearch} />
        <ColumnChooser tableId="cod" columns={columns} />
      </div>
      <ListTable
        tableId="cod"
        label={t('insight.tab.cod')}
        columns={columns}
        rows={rows}
        ticks={ticks}
        activeKey={active?.orderId ?? null}
        rowKey={orderIdOf}
        onActivate={setActive}
        nothing={
          everything === 0
            ? {
                icon: 'insight',
                title: t('cod.none'),
                note: t('cod.noneNote'),
                act: { label: t('cod.toBills'), run: () => go('insight', { tab: 'bills' }) },
              }
            : {
                icon: 'insight',
                title: t('cod.noneFound'),
                act: {
                  label: t('common.showAll'),
                  run: () => {
                    setSearch('');
                    setChosen('all');
                  },
                },
              }
        }
      >
        {active !== null && <CodPane key={active.orderId} row={active} onClose={() => setActive(null)} />}
      </ListTable>
      {totals !== undefined && (
        <CodFoot totals={totals}>
          <TickedConfirmation ticked={[...ticks.rows.values()]} onDone={ticks.clear} />
        </CodFoot>
      )}
    </div>
  );
}

interface TickedConfirmationProps {
  readonly ticked: readonly CodRow[];
  onDone(): void;
}

/** A transfer pays many parcels at once: those ticked that are not known to be paid. */
function TickedConfirmation({ ticked, onDone }: TickedConfirmationProps) {
  const { t } = useTranslation();
  const mayConfirm = useMissingRight(['exportOrders']) === null;
  const { confirm } = useCodConfirmation(onDone);
  const open = ticked.filter(({ match }) => match !== 'received');
  if (open.length === 0 || !mayConfirm) return null;
  const sumFen = open.reduce((sum, { codFen, toldFen }) => sum + (toldFen ?? codFen), 0);
  return (
    <Button size="small" icon="check" {...confirm.press(open.map(({ waybillNo }) => waybillNo))}>
      {t('cod.confirm.doTicked', {
        count: open.length,
        shown: formatCount(open.length),
        money: formatMoney(sumFen),
      })}
    </Button>
  );
}

interface CodFiguresProps {
  readonly totals: CodTotals;
  onShow(match: CodMatch): void;
}

/** Sums of money, the dearest to know first; each leads to its parcels. */
function CodFigures({ totals: { totals, afterDays }, onShow }: CodFiguresProps) {
  const { t } = useTranslation();
  const of = (match: CodMatch) =>
    totals.find((total) => total.match === match) ?? { parcels: 0, codFen: 0, toldFen: 0 };
  const parcels = (count: number) => t('cod.parcels', { count, shown: formatCount(count) });
  const differs = of('differs');
  const due = {
    parcels: of('awaiting').parcels + of('overdue').parcels,
    codFen: of('awaiting').codFen + of('overdue').codFen,
  };
  const came = {
    parcels: of('paid-out').parcels + of('received').parcels,
    codFen: of('paid-out').codFen + of('received').codFen,
  };
  const shown = [
    { id: 'overdue', match: 'overdue', ...of('overdue'), note: t('cod.overdueNote', { count: afterDays }) },
    {
      id: 'differs',
      match: 'differs',
      parcels: differs.parcels,
      codFen: differs.toldFen - differs.codFen,
      note: t('cod.differsNote'),
    },
    { id: 'due', match: 'awaiting', ...due, note: t('cod.dueNote') },
    { id: 'came', match: 'paid-out', ...came, note: t('cod.cameNote') },
    { id: 'onTheWay', match: 'on-the-way', ...of('on-the-way'), note: t('cod.onTheWayNote') },
  ] as const;
  return (
    <section className="panel day-strip" aria-label={t('cod.figures')}>
      {shown.map(({ id, match, parcels: count, codFen, note }, index) => (
        <Figure
          key={id}
          label={t(`cod.figure.${id}`)}
          value={formatMoney(codFen)}
          note={`${parcels(count)} · ${note}`}
          tone={count > 0 && codTone[match] === 'failed' ? 'failed' : undefined}
          isFirst={index === 0}
          open={count === 0 ? undefined : () => onShow(match)}
        />
      ))}
    </section>
  );
}

interface CodFootProps {
  readonly totals: CodTotals;
  /** What can be done with the ticked parcels. */
  readonly children: ReactNode;
}

/** What this is known from, what is told of parcels that are not here, and where it is said how long money may take. */
function CodFoot({ totals: { strangers, afterDays }, children }: CodFootProps) {
  const { t } = useTranslation();
  return (
    <div className="line">
      <p className="soft small grow">
        {joinTexts([t('cod.source'), strangers === 0 ? '' : t('cod.strangers', { count: strangers })])}
      </p>
      {children}
      <Button
        look="quiet"
        size="small"
        onPress={() => go('settings', { section: 'rules', tab: 'codPayoutDays' })}
      >
        {t('cod.setDays', { count: afterDays })}
      </Button>
    </div>
  );
}
