import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { HandoverCarrier, HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { Button } from '../../../parts/Button.tsx';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { formatWeight } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { go } from '../../../parts/place.ts';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { ListTable, type ListRows as Rows } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';
import { beginWords } from './useScanOut.ts';

type OnList = Answered<'handover', 'list'>['rows'][number];
type LeftOver = Answered<'handover', 'leftOver'>['rows'][number];

interface Parcel {
  readonly waybillNo: string;
  readonly orderId: string;
}
const waybillOf = (row: Parcel): string => row.waybillNo;
const toOrder = ({ orderId }: Parcel): void => go('ship', { orderId });
const nowhere = (): void => undefined;

function useListColumns(): readonly TableColumn<OnList>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      textColumn('waybillNo', t('col.waybillNo'), 184, waybillOf, { isLongNo: true }),
      textColumn('orderNo', t('col.orderNo'), 184, (row) => row.orderNo, {
        leaves: 2,
        isWordy: true,
        isLongNo: true,
      }),
      textColumn('city', t('packing.col.city'), 96, (row) => row.city, { isFlexible: true, leaves: 1 }),
      textColumn(
        'weight',
        t('col.weight'),
        88,
        (row) => (row.weightGrams === null ? '' : formatWeight(row.weightGrams)),
        { isNumeric: true },
      ),
      textColumn('at', t('packing.col.outAt'), 112, (row) => copiedTime(row.at), {
        cell: (row) => <Moment at={row.at} />,
      }),
      textColumn(
        'how',
        t('packing.col.how'),
        96,
        (row) => t(row.isScanned ? 'packing.scannedOut' : 'packing.takenWithout'),
        { isMark: true },
      ),
    ],
    [t],
  );
}

function useLeftOverColumns(): readonly TableColumn<LeftOver>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      textColumn('waybillNo', t('col.waybillNo'), 184, waybillOf, { isLongNo: true }),
      textColumn('orderNo', t('col.orderNo'), 184, (row) => row.orderNo, {
        isFlexible: true,
        isLongNo: true,
      }),
      textColumn('bookedAt', t('packing.col.bookedAt'), 128, (row) => copiedTime(row.bookedAt), {
        cell: (row) => <Moment at={row.bookedAt} as="age" />,
      }),
    ],
    [t],
  );
}

/** All of a list at once, newest first. */
function rowsOf(rows: readonly OnList[], listKey: string, isLoading: boolean): Rows<OnList> {
  const newestFirst = [...rows].reverse();
  const rest = { isLoading, error: null, readAt: null, listKey, onRange: nowhere };
  return { total: rows.length, rowAt: (index) => newestFirst[index], ...rest };
}

type Shown = 'open' | 'closed' | 'leftOver';

/** What is on the list of a carrier, what has gone today, and labels of earlier days that never left. */
export function ListRows({ pile }: { readonly pile: HandoverCarrier }) {
  const { t } = useTranslation();
  const { carrier, open, closed, leftOver } = pile;
  const [shown, setShown] = useState<Shown>('open');
  const list = shown === 'closed' ? (closed[0] ?? null) : open;
  const choices = [
    { id: 'open' as const, label: t('packing.listOpen'), count: open?.parcels ?? 0 },
    { id: 'leftOver' as const, label: t('packing.listLeftOver'), count: leftOver, tone: 'failed' as const },
    { id: 'closed' as const, label: t('packing.listClosed'), count: closed[0]?.parcels ?? 0 },
  ];
  return (
    <>
      <FilterChips label={t('packing.piles')} choices={choices} chosen={shown} onChoose={setShown} />
      {shown === 'leftOver' ? (
        <LeftOverTable carrier={carrier} />
      ) : (
        <ListOf key={list?.handoverId ?? ''} list={list} pile={pile} />
      )}
    </>
  );
}

interface OnListPaneProps {
  readonly list: HandoverRow;
  readonly row: OnList;
  onClose(): void;
}

/** One parcel of a list; until the courier has signed it may be taken off again. */
function OnListPane({ list, row, onClose }: OnListPaneProps) {
  const { t } = useTranslation();
  const { handoverId, state } = list;
  const { waybillNo, operator, at } = row;
  const takeOff = useAct(() => core.handover.takeOff({ handoverId, waybillNo }), { after: onClose });
  return (
    <DetailPane
      label={waybillNo}
      head={<strong className="grow number">{waybillNo}</strong>}
      onClose={onClose}
    >
      <Facts
        isSmall
        facts={[
          [t('col.orderNo'), row.orderNo],
          [t('packing.col.outAt'), <Moment key="at" at={at} />],
          [t('packing.col.how'), t(row.isScanned ? 'packing.scannedOut' : 'packing.takenWithout')],
          [t('packing.col.closedBy'), operator],
        ]}
      />
      <div className="line">
        <KeyButton icon="ship" combo={letters.open} onPress={() => toOrder(row)}>
          {t('common.toOrder')}
        </KeyButton>
        {state === 'open' && (
          <Button icon="undo" {...takeOff.press()}>
            {t('packing.takeOff')}
          </Button>
        )}
      </div>
    </DetailPane>
  );
}

function ListOf({ list, pile }: { readonly list: HandoverRow | null; readonly pile: HandoverCarrier }) {
  const { t } = useTranslation();
  const handoverId = list?.handoverId ?? '';
  const answer = useQuery(ask.handover.list.queryOptions({ input: { handoverId }, enabled: list !== null }));
  const columns = useListColumns();
  const [active, setActive] = useState<OnList | null>(null);
  // It names the button that is below.
  const act = list === null ? t(beginWords(pile)) : t('packing.takeAll', { count: pile.packed });
  const nothingNote = pile.packed > 0 ? t('packing.emptyListNote', { act }) : t('packing.nothingPackedNote');
  return (
    <ListTable<OnList>
      tableId="handover"
      label={list?.no ?? t('packing.listOpen')}
      columns={columns}
      rows={rowsOf(answer.data?.rows ?? [], handoverId, list !== null && answer.isPending)}
      activeKey={active?.waybillNo ?? null}
      rowKey={waybillOf}
      onActivate={setActive}
      countWords={(count) => t('packing.packedCount', { count })}
      foot={list === null ? [] : [list.no]}
      nothing={{
        icon: 'pack',
        title: t(list === null ? 'packing.noList' : 'packing.emptyList'),
        note: nothingNote,
      }}
    >
      {list !== null && active !== null && (
        <OnListPane key={active.waybillNo} list={list} row={active} onClose={() => setActive(null)} />
      )}
    </ListTable>
  );
}

function LeftOverTable({ carrier }: { readonly carrier: string }) {
  const { t } = useTranslation();
  const rows = useWindowRows(ask.handover.leftOver, { carrier });
  const columns = useLeftOverColumns();
  return (
    <ListTable
      tableId="handover-left"
      label={t('packing.listLeftOver')}
      columns={columns}
      rows={rows}
      activeKey={null}
      rowKey={waybillOf}
      leadsAway
      onActivate={toOrder}
      countWords={(count) => t('packing.packedCount', { count })}
      nothing={{ icon: 'check', title: t('packing.noLeftOver') }}
    />
  );
}
