import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import { roles } from '../../../shared/domain/operator.ts';
import { actKind, type OperatorActKind } from '../../../shared/domain/operatorAct.ts';
import { ask } from '../../bridge/core.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { Moment } from '../../work/Moment.tsx';

/** What the record can be narrowed to; everybody signs in many times a day, which hides the rest. */
const actChips = {
  labels: ['reprinted', 'full-form-printed'],
  personal: ['personal-data-shown', 'personal-data-exported'],
  staff: [
    'operator-added',
    'operator-changed',
    'operator-removed',
    'rescue-code-made',
    'pin-rescued',
    'key-changed',
  ],
  signIns: ['signed-in'],
} as const satisfies Readonly<Record<string, readonly OperatorActKind[]>>;

type ActChip = keyof typeof actChips;

const chipIds = Object.keys(actChips) as readonly ActChip[];

const actId = (row: OperatorActRow): string => String(row.no);

/** Whether anybody changed the record behind the program, and from where on. */
function WholeMark() {
  const { t } = useTranslation();
  const check = useQuery(ask.operators.checkActs.queryOptions()).data;
  if (check === undefined || check.total === 0) return null;
  const { total, brokenNo: no } = check;
  if (no === null) return <StateMark tone="done" label={t('operatorSettings.whole', { total })} />;
  return (
    <Notice
      tone="failed"
      title={t('operatorSettings.broken', { no })}
      next={t('operatorSettings.brokenNext', { no })}
    />
  );
}

/** Everything that needed a reason, a second person or changed who may do what, newest first. */
export function ActsTab() {
  const { t } = useTranslation();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [chip, setChip] = useState<ActChip | 'all'>('all');
  const rows = useWindowRows(ask.operators.acts, chip === 'all' ? {} : { kinds: [...actChips[chip]] });
  const columns = useActColumns();
  const choices = (['all', ...chipIds] as const).map((id) => ({
    id,
    label: t(`operatorSettings.chip.${id}`),
    count: id === chip ? rows.total : undefined,
  }));
  return (
    <>
      <div className="line">
        <div className="grow">
          <WholeMark />
        </div>
        <ColumnChooser tableId="operatorActs" columns={columns} />
      </div>
      <FilterChips label={t('operatorSettings.filters')} choices={choices} chosen={chip} onChoose={setChip} />
      <ListTable
        key={chip}
        tableId="operatorActs"
        label={t('operatorSettings.tab.record')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={actId}
        onActivate={(row) => setActiveId(actId(row))}
        nothing={
          chip === 'all'
            ? { icon: 'file', title: t('operatorSettings.noActs'), note: t('operatorSettings.noActsNote') }
            : { icon: 'file', title: t('operatorSettings.noMatch') }
        }
      />
    </>
  );
}

/** Columns of the record. */
function useActColumns(): readonly TableColumn<OperatorActRow>[] {
  const { t } = useTranslation();
  const actWords = useActWords();
  const kindWord = useKindWord();
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
      plain('who', ({ operator }) => (operator === '' ? t('status.owner') : operator)),
      plain('kind', ({ kind }) => kindWord(kind)),
      plain('what', actWords),
      plain('order', ({ orderNo }) => orderNo),
      plain('approver', ({ approver }) => approver),
      plain('reason', ({ reason }) => reason),
    ];
  }, [t, actWords, kindWord]);
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
const counted = /^([a-z-]+) (\d+)$/;
/** Names are free: only what these kinds write is taken apart. */
const copyKinds: readonly OperatorActKind[] = ['reprinted', 'full-form-printed'];
const countKinds: readonly OperatorActKind[] = ['personal-data-shown', 'personal-data-exported'];

/** The record keeps the same few words in every language: `parcel 2 copy 3`, `orders 12`, `王芳 packer → clerk PIN`. */
export function readActWhat(kind: OperatorActKind, what: string): ActWhat {
  const [, parcelNo = '', copyNo] = (copyKinds.includes(kind) && copies.exec(what)) || [];
  if (copyNo !== undefined) return { is: 'copy', parcelNo, copyNo };
  const [, thing, count] = (countKinds.includes(kind) && counted.exec(what)) || [];
  if (thing !== undefined) return { is: 'counted', thing, count: Number(count) };
  return { is: 'words', words: what.split(' ') };
}
