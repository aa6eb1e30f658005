import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodRow } from '../../../../shared/contracts/insight/cod.ts';
import type { CodMatch } from '../../../../shared/domain/bills/bill.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { formatMoney } from '../../../parts/format.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { Dash } from '../../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { Moment } from '../../../work/Moment.tsx';

export const codTone: Readonly<Record<CodMatch, Tone>> = {
  differs: 'failed',
  overdue: 'failed',
  awaiting: 'waiting',
  'paid-out': 'active',
  received: 'done',
  'on-the-way': 'rest',
};

const when = (at: number | null) => (at === null ? <Dash /> : <Moment at={at} />);
const money = (fen: number | null): string => (fen === null ? '' : formatMoney(fen));

/** How much more was paid out than was to be; null: nobody has said how much it was. */
export const codDifference = ({ codFen, toldFen }: CodRow): number | null =>
  toldFen === null ? null : toldFen - codFen;

/** When the money came, by the word that is nearest to the account. */
const cameAt = ({ confirmedAt, receivedAt, paidOutAt }: CodRow): number | null =>
  confirmedAt ?? receivedAt ?? paidOutAt;

/** What was to be paid for each parcel beside what is told of it. */
export function useCodColumns(): readonly TableColumn<CodRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(
    () => [
      textColumn('match', t('cod.col.match'), 124, (row) => t(`codMatch.${row.match}`), {
        isMark: true,
        cell: (row) => <StateMark tone={codTone[row.match]} label={t(`codMatch.${row.match}`)} />,
      }),
      textColumn('waybillNo', t('col.waybillNo'), 160, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('codFen', t('cod.col.cod'), 88, (row) => money(row.codFen), { isNumeric: true }),
      textColumn('toldFen', t('cod.col.told'), 112, (row) => money(row.toldFen), { isNumeric: true }),
      textColumn('difference', t('cod.col.difference'), 88, (row) => money(codDifference(row)), {
        isNumeric: true,
        cell: (row) => {
          const fen = codDifference(row);
          return fen === null || fen === 0 ? <Dash /> : <strong>{formatMoney(fen)}</strong>;
        },
      }),
      textColumn('days', t('cod.col.days'), 92, (row) => String(row.days ?? ''), {
        isNumeric: true,
        cell: (row) => (row.days === null ? <Dash /> : t('cod.days', { count: row.days })),
      }),
      textColumn('carrier', t('col.carrier'), 112, (row) => carrierName(row.carrier), { leaves: 2 }),
      textColumn('orderNo', t('col.orderNo'), 184, (row) => row.orderNo, {
        leaves: 3,
        isLongNo: true,
      }),
      textColumn('paidOutAt', t('cod.col.paidOut'), 112, (row) => copiedTime(cameAt(row)), {
        leaves: 1,
        isWordy: true,
        cell: (row) => when(cameAt(row)),
      }),
      textColumn('signedAt', t('cod.col.signed'), 112, (row) => copiedTime(row.signedAt), {
        isOptional: true,
        cell: (row) => when(row.signedAt),
      }),
    ],
    [t, carrierName],
  );
}
