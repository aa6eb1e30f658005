import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { useFieldName } from '../../../words/describe.ts';
import { Moment } from '../../../work/Moment.tsx';
import { useChangeValue } from './ChangeDetail.tsx';

/** What a change is, as one word: an alarm comes first. */
export function changeKind({ isAlarm, kind }: Pick<OrderChangeRow, 'isAlarm' | 'kind'>) {
  if (isAlarm) return { tone: 'failed', word: 'alarm' } as const;
  if (kind === 'stop') return { tone: 'unsure', word: 'stop' } as const;
  return { tone: 'waiting', word: 'content' } as const;
}

export function useChangeColumns(): readonly TableColumn<OrderChangeRow>[] {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const value = useChangeValue();
  return useMemo(() => {
    const diff = (row: OrderChangeRow): string =>
      row.fields
        .map(
          ({ field, before, after }) =>
            `${fieldName(field)} ${value(field, before)} → ${value(field, after)}`,
        )
        .join('；');
    return [
      textColumn('kind', t('changes.kind'), 124, (row) => t(`changes.kindOf.${changeKind(row).word}`), {
        cell: (row) => {
          const { tone, word } = changeKind(row);
          return <StateMark tone={tone} label={t(`changes.kindOf.${word}`)} />;
        },
      }),
      textColumn('orderNo', t('col.orderNo'), 178, (row) => row.orderNo),
      textColumn('orderState', t('col.state'), 88, (row) => t(`order.${row.orderState}`)),
      textColumn('diff', t('changes.what'), 300, diff),
      textColumn('at', t('changes.read'), 112, (row) => new Date(row.at).toISOString(), {
        cell: (row) => <Moment at={row.at} />,
      }),
    ];
  }, [t, fieldName, value]);
}
