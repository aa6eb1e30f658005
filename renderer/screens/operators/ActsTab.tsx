import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import { type ActGroup, actGroups, actKind, kindsOfGroup } from '../../../shared/domain/operatorAct.ts';
import { actKindWord, actStepWord, actText } from '../../../shared/text/actText.ts';
import { ask } from '../../bridge/core.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { Moment } from '../../work/Moment.tsx';
import { ActFilters, actQueryOf, noFilter } from './ActFilters.tsx';
import { HeadField, RecordCheck } from './RecordCheck.tsx';

const actId = (row: OperatorActRow): string => String(row.no);

/** Everything that touched people, money, keys or protection, newest first. */
export function ActsTab() {
  const { t } = useTranslation();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [chip, setChip] = useState<ActGroup | 'all'>('all');
  const [filter, setFilter] = useState(noFilter);
  const kinds = chip === 'all' ? {} : { kinds: [...kindsOfGroup(chip)] };
  const query = { ...kinds, ...actQueryOf(filter) };
  const rows = useWindowRows(ask.operators.acts, query);
  const columns = useActColumns();
  const choices = (['all', ...actGroups] as const).map((id) => ({
    id,
    label: t(`operatorSettings.chip.${id}`),
    count: id !== chip ? null : rows.isLoading ? undefined : rows.total,
  }));
  return (
    <>
      <div className="line">
        <div className="grow">
          <RecordCheck />
        </div>
        <ColumnChooser tableId="operatorActs" columns={columns} />
      </div>
      <FilterChips label={t('operatorSettings.filters')} choices={choices} chosen={chip} onChoose={setChip} />
      <ActFilters filter={filter} onChange={setFilter} />
      <ListTable
        key={JSON.stringify(query)}
        tableId="operatorActs"
        label={t('operatorSettings.tab.record')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={actId}
        onActivate={(row) => setActiveId(actId(row))}
        nothing={
          Object.keys(query).length === 0
            ? { icon: 'file', title: t('operatorSettings.noActs'), note: t('operatorSettings.noActsNote') }
            : { icon: 'file', title: t('operatorSettings.noMatch') }
        }
      />
      <HeadField />
    </>
  );
}

/** Columns of the record. */
function useActColumns(): readonly TableColumn<OperatorActRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => {
    const doneWords = (row: OperatorActRow): string =>
      [actKindWord(language, row.kind), actStepWord(language, row)].filter((word) => word !== '').join(' · ');
    const plain = (
      id: keyof typeof widths,
      text: (row: OperatorActRow) => string,
      more: Partial<TableColumn<OperatorActRow>> = {},
    ) => textColumn(id, t(`operatorSettings.col.${id}`), widths[id], text, more);
    return [
      plain('no', ({ no }) => String(no), { isNumeric: true }),
      plain('at', (row) => copiedTime(row.at), {
        cell: (row) => <Moment at={row.at} />,
      }),
      plain('who', ({ kind, operator }) => {
        if (actKind(kind).isOfProgram === true) return t('operatorSettings.program');
        return operator === '' ? t('status.owner') : operator;
      }),
      plain('kind', doneWords, {
        cell: (row) =>
          row.isNeverEnded ? (
            <>
              <StateMark tone="unsure" label={actStepWord(language, row)} /> {actKindWord(language, row.kind)}
            </>
          ) : (
            doneWords(row)
          ),
      }),
      plain('what', ({ kind, what }) => actText(language, kind, what)),
      plain('order', ({ orderNo }) => orderNo),
      plain('approver', ({ approver }) => approver),
      plain('reason', ({ reason }) => reason),
    ];
  }, [t, language]);
}

const widths = { at: 128, who: 104, kind: 248, what: 168, order: 164, approver: 96, reason: 168, no: 56 };
