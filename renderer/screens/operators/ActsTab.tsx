import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import { roles } from '../../../shared/domain/operator.ts';
import {
  type ActGroup,
  type ActStep,
  actGroups,
  actKind,
  kindsOfGroup,
  type OperatorActKind,
} from '../../../shared/domain/operatorAct.ts';
import { ask } from '../../bridge/core.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
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
    count: id === chip ? rows.total : undefined,
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
  const actWords = useActWords();
  const kindWord = useKindWord();
  const stepWord = useCallback(
    (step: ActStep): string => (step === '' ? '' : t(`operatorSettings.step.${step}`)),
    [t],
  );
  return useMemo(() => {
    const plain = (
      id: keyof typeof widths,
      text: (row: OperatorActRow) => string,
      more: Partial<TableColumn<OperatorActRow>> = {},
    ) => textColumn(id, t(`operatorSettings.col.${id}`), widths[id], text, more);
    return [
      plain('no', ({ no }) => String(no), { isNumeric: true }),
      plain('at', (row) => new Date(row.at).toISOString(), {
        cell: (row) => <Moment at={row.at} />,
      }),
      plain('who', ({ kind, operator }) => {
        if (actKind(kind).isOfProgram === true) return t('operatorSettings.program');
        return operator === '' ? t('status.owner') : operator;
      }),
      plain('kind', ({ kind, step, isNeverEnded }) =>
        [kindWord(kind), isNeverEnded ? t('operatorSettings.neverEnded') : stepWord(step)]
          .filter((word) => word !== '')
          .join(' · '),
      ),
      plain('what', actWords),
      plain('order', ({ orderNo }) => orderNo),
      plain('approver', ({ approver }) => approver),
      plain('reason', ({ reason }) => reason),
    ];
  }, [t, actWords, kindWord, stepWord]);
}

function useKindWord(): (kind: OperatorActKind) => string {
  const { language } = useTranslation().i18n;
  return useCallback((kind) => actKind(kind)[language === 'en' ? 'en' : 'zh'], [language]);
}

const widths = { at: 108, who: 96, kind: 168, what: 200, order: 168, approver: 112, reason: 200, no: 64 };

/** What an act was about, in the operator's language. */
function useActWords(): (row: Pick<OperatorActRow, 'kind' | 'what'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, what }) => {
      const found = readActWhat(kind, what);
      if (found.is === 'copy') {
        const { parcelNo, copyNo } = found;
        return parcelNo === ''
          ? t('operatorSettings.what.copy', { copyNo })
          : t('operatorSettings.what.parcelCopy', { parcelNo, copyNo });
      }
      if (found.is === 'counted') {
        const { thing, count } = found;
        if (thing === 'order' || thing === 'address') return t(`operatorSettings.what.${thing}`);
        if (thing === 'orders') return t('operatorSettings.what.orders', { count });
        return thing === 'address-memory' ? t('operatorSettings.what.addressMemory', { count }) : what;
      }
      const inWords = found.words.map((word) => {
        const role = roles.find((name) => name === word);
        if (role !== undefined) return t(`role.${role}`);
        return word === 'PIN' ? t('operatorSettings.what.pin') : word;
      });
      return inWords.join(' ');
    },
    [t],
  );
}

/** What an act was about, taken apart; `words`: names, roles and the PIN, in the order they were written. */
type ActWhat =
  | { readonly is: 'copy'; readonly parcelNo: string; readonly copyNo: string }
  | { readonly is: 'counted'; readonly thing: string; readonly count: number }
  | { readonly is: 'words'; readonly words: readonly string[] };

const copies = /^(?:parcel (\d+) )?copy (\d+)$/;
/** A file's digest may stand behind the count. */
const counted = /^([a-z-]+) (\d+)(?: [0-9a-f]{64})?$/;
/** Names are free: only what these kinds write is taken apart. */
const copyKinds: readonly OperatorActKind[] = ['reprinted', 'full-form-printed'];
const countKinds: readonly OperatorActKind[] = [
  'personal-data-shown',
  'personal-data-exported',
  'exported-masked',
  'orders-merged',
  'order-split',
  'corrected-in-bulk',
  'correction-undone',
  'import-undone',
];

/** The record keeps the same few words in every language: `parcel 2 copy 3`, `orders 12`, `王芳 packer → clerk PIN`. */
export function readActWhat(kind: OperatorActKind, what: string): ActWhat {
  const [, parcelNo = '', copyNo] = (copyKinds.includes(kind) && copies.exec(what)) || [];
  if (copyNo !== undefined) return { is: 'copy', parcelNo, copyNo };
  const [, thing, count] = (countKinds.includes(kind) && counted.exec(what)) || [];
  if (thing !== undefined) return { is: 'counted', thing, count: Number(count) };
  return { is: 'words', words: what.split(' ') };
}
