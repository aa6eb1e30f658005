import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActRow } from '../../bridge/queries/staffQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import type { TableColumn } from '../../parts/table/tableColumn.ts';
import { When } from '../../parts/When.tsx';
import { useActWords } from './useActWords.ts';

/** Columns of the record. */
export function useActColumns(): readonly TableColumn<ActRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const actWords = useActWords();
  return useMemo(() => {
    const plain = (
      id: keyof typeof widths,
      text: (row: ActRow) => string,
      more: Partial<TableColumn<ActRow>> = {},
    ): TableColumn<ActRow> => ({
      id,
      title: t(`operatorSettings.col.${id}`),
      width: widths[id],
      cell: (row) => <span title={text(row)}>{text(row)}</span>,
      text,
      ...more,
    });
    return [
      plain('no', ({ no }) => String(no), { isNumeric: true }),
      plain('at', (row) => new Date(row.at).toISOString(), {
        cell: (row) => <When at={row.at} now={now} />,
      }),
      plain('who', ({ operator }) => (operator === '' ? t('operatorSettings.owner') : operator)),
      plain('kind', ({ kind }) => t(`operatorSettings.kind.${kind}`)),
      plain('what', actWords),
      plain('order', ({ orderNo }) => orderNo),
      plain('approver', ({ approver }) => approver),
      plain('reason', ({ reason }) => reason),
    ];
  }, [t, now, actWords]);
}

const widths = { at: 108, who: 96, kind: 168, what: 200, order: 168, approver: 112, reason: 200, no: 64 };
