import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { useNow } from '../../../bridge/page.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { When } from '../../../parts/When.tsx';
import { useFieldName } from '../../../words/describe.ts';
import { useChangeValue } from './ChangeDetail.tsx';

/** What a change is, as one word: an alarm comes first. */
export function changeKind({ isAlarm, kind }: Pick<OrderChangeRow, 'isAlarm' | 'kind'>) {
  if (isAlarm) return { tone: 'failed', word: 'alarm' } as const;
  if (kind === 'stop') return { tone: 'unsure', word: 'stop' } as const;
  return { tone: 'waiting', word: 'content' } as const;
}

export function useChangeColumns(): readonly TableColumn<OrderChangeRow>[] {
  const { t } = useTranslation();
  const now = useNow();
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
      {
        id: 'kind',
        title: t('changes.kind'),
        width: 124,
        cell: (row) => {
          const { tone, word } = changeKind(row);
          return <StateMark tone={tone} label={t(`changes.kindOf.${word}`)} />;
        },
        text: (row) => t(`changes.kindOf.${changeKind(row).word}`),
      },
      textColumn<OrderChangeRow>('orderNo', t('col.orderNo'), 178, (row) => row.orderNo),
      textColumn<OrderChangeRow>('orderState', t('col.state'), 88, (row) => t(`order.${row.orderState}`)),
      textColumn<OrderChangeRow>('diff', t('changes.what'), 300, diff),
      {
        id: 'at',
        title: t('changes.read'),
        width: 112,
        cell: (row) => <When at={row.at} now={now} />,
        text: (row) => new Date(row.at).toISOString(),
      },
    ];
  }, [t, now, fieldName, value]);
}
