import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { ask } from '../../../bridge/core.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';
import { Dash } from '../../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { useFieldName } from '../../../words/describe.ts';
import { useChangeValue } from '../../../work/changeValue.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { ChangesBar, SettleAllDialog, type ShownState, useSettle, type Verdict } from './ChangesBar.tsx';

/** The windowed changes of one state, and the one that is looked at. Once it is settled the next takes its place. */
function useShownChanges(state: ShownState, importId: string | undefined) {
  const [at, setAt] = useState(0);
  const filter = { state, ...(importId === undefined ? {} : { importId }) };
  const rows = useWindowRows(ask.changes.list, { filter });
  const shownAt = Math.min(at, Math.max(0, rows.total - 1));
  return { rows, active: rows.rowAt(shownAt), place: `${shownAt + 1} / ${rows.total}`, setAt };
}

/** What newer files say of orders that are here already: old and new side by side, taken or left by key. */
export function ChangesView({ importId }: { readonly importId: string | undefined }) {
  const { t } = useTranslation();
  const [state, setState] = useState<ShownState>('pending');
  const [asked, setAsked] = useState<Verdict | null>(null);
  const { rows, active, place, setAt } = useShownChanges(state, importId);
  const columns = useChangeColumns();
  const settle = useSettle();
  const wholeImport = importId ?? active?.importId;
  return (
    <>
      <ChangesBar
        state={state}
        importId={importId}
        canSettleAll={state === 'pending' && wholeImport !== undefined}
        onAll={setAsked}
        onState={(chosen) => {
          setState(chosen);
          setAt(0);
        }}
      />
      <ListTable
        tableId="changes"
        label={t('changes.title')}
        columns={columns}
        rows={rows}
        activeKey={active?.id ?? null}
        rowKey={({ id }) => id}
        onActivate={(_row, index) => setAt(index)}
        nothing={{ icon: 'check', title: t(`changes.none.${state}`), note: t('changes.noneNote') }}
      >
        {active !== undefined && (
          <ChangeDetail
            change={active}
            place={place}
            isBusy={settle.isPending}
            onSettle={(verdict) => settle.mutate({ verdict, choice: { changeIds: [active.id] } })}
          />
        )}
      </ListTable>
      {asked !== null && wholeImport !== undefined && (
        <SettleAllDialog
          verdict={asked}
          importId={wholeImport}
          onClose={() => setAsked(null)}
          onYes={() => {
            setAsked(null);
            settle.mutate({ verdict: asked, choice: { importId: wholeImport } });
          }}
        />
      )}
    </>
  );
}

/** What a change is, as one word: an alarm comes first. */
function changeKind({ isAlarm, kind }: Pick<OrderChangeRow, 'isAlarm' | 'kind'>) {
  if (isAlarm) return { tone: 'failed', word: 'alarm' } as const;
  if (kind === 'stop') return { tone: 'note', word: 'stop' } as const;
  return { tone: 'waiting', word: 'content' } as const;
}

const heldByPlatform: readonly string[] = [
  'ORDER_HELD_BY_PLATFORM',
  'ORDER_HELD_AFTER_BOOKING',
  'ORDER_HELD_ON_THE_WAY',
];

/** A word against shipping changes no field. */
const stopReason = ({ code }: OrderChangeRow): 'refund' | 'platform' =>
  heldByPlatform.includes(code) ? 'platform' : 'refund';

function useChangeColumns(): readonly TableColumn<OrderChangeRow>[] {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const value = useChangeValue();
  return useMemo(() => {
    const diff = (row: OrderChangeRow): string =>
      row.kind === 'stop'
        ? t(`changes.stopOf.${stopReason(row)}`)
        : row.fields
            .map(
              ({ field, before, after }) =>
                `${fieldName(field)} ${value(field, before)} → ${value(field, after)}`,
            )
            .join(t('changes.between'));
    return [
      textColumn('orderNo', t('col.orderNo'), 176, (row) => row.orderNo, { isLongNo: true }),
      textColumn('kind', t('changes.kind'), 116, (row) => t(`changes.kindOf.${changeKind(row).word}`), {
        isMark: true,
        leaves: 3,
        cell: (row) => {
          const { tone, word } = changeKind(row);
          // That the content changed is what every row here says.
          if (word === 'content') return <Dash />;
          return <StateMark tone={tone} label={t(`changes.kindOf.${word}`)} />;
        },
      }),
      textColumn('diff', t('changes.what'), 176, diff, { isFlexible: true }),
      textColumn('orderState', t('col.state'), 88, (row) => t(`order.${row.orderState}`), { leaves: 2 }),
      textColumn('at', t('col.createdAt'), 112, (row) => copiedTime(row.at), {
        cell: (row) => <Moment at={row.at} />,
        leaves: 1,
      }),
    ];
  }, [t, fieldName, value]);
}

interface ChangeDetailProps {
  readonly change: OrderChangeRow;
  /** Which of how many. */
  readonly place: string;
  readonly isBusy: boolean;
  onSettle(verdict: Verdict): void;
}

/** A value as it stood or will stand; nothing is told as nothing. */
function Value({ text, isOld = false }: { readonly text: string; readonly isOld?: boolean }) {
  const { t } = useTranslation();
  if (text === '') return <span className="soft">{t('changes.nothing')}</span>;
  return isOld ? <del>{text}</del> : <ins>{text}</ins>;
}

/** One change beside the list: each field as it is and as the newer file has it, and what may be done about it. */
function ChangeDetail({ change, place, isBusy, onSettle }: ChangeDetailProps) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const value = useChangeValue();
  const isPending = change.state === 'pending';
  return (
    <aside className="panel detail change-detail" aria-label={t('changes.detail')}>
      <header className="stack-tight">
        <div className="line">
          <strong className="number selectable">{change.orderNo}</strong>
          <span className="grow" />
          <span className="soft number">{place}</span>
        </div>
        <span className="soft small">
          {t('changes.from', { file: change.file, row: change.rowNumber })} · <Moment at={change.at} />
        </span>
      </header>
      {(change.isAlarm || change.kind === 'stop') && (
        <FailureNotice
          tone={change.isAlarm ? 'failed' : 'note'}
          failure={{ code: change.code, params: { orderNo: change.orderNo } }}
        />
      )}
      {change.fields.length > 0 && (
        <PlainTable
          look="plain-table change-table"
          rows={change.fields}
          keyOf={({ field }) => field}
          columns={[
            [t('changes.field'), ({ field }) => fieldName(field), 'head'],
            [t('changes.before'), ({ field, before }) => <Value text={value(field, before)} isOld />],
            [t('changes.after'), ({ field, after }) => <Value text={value(field, after)} />],
          ]}
        />
      )}
      <div className="line">
        {isPending && !change.isAlarm && (
          <KeyButton look="primary" combo={letters.accept} isBusy={isBusy} onPress={() => onSettle('accept')}>
            {t('changes.accept')}
          </KeyButton>
        )}
        {isPending && (
          <KeyButton combo={letters.keep} isBusy={isBusy} onPress={() => onSettle('reject')}>
            {t('changes.reject')}
          </KeyButton>
        )}
        <KeyButton icon="ship" combo={letters.open} onPress={() => go('ship', { orderId: change.orderId })}>
          {t('common.toOrder')}
        </KeyButton>
      </div>
    </aside>
  );
}
