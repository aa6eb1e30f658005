import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../bridge/queries/callQueries.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { usePlatformName } from '../../../bridge/usePlatformName.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import type { TableColumn } from '../../../parts/table/tableColumn.ts';
import { useCallTime } from '../../../parts/useCallTime.ts';
import { When } from '../../../parts/When.tsx';
import { useDescribe } from '../../../words/useDescribe.ts';
import { certaintyTone } from './certaintyTone.ts';

/** Columns of the call log; the optional ones wait in the chooser. */
export function useCallColumns(): readonly TableColumn<CallRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const describe = useDescribe();
  const platformName = usePlatformName();
  const callTime = useCallTime();
  return useMemo(() => {
    const plain = (
      id: string,
      title: string,
      width: number,
      text: (row: CallRow) => string,
      more: Partial<TableColumn<CallRow>> = {},
    ): TableColumn<CallRow> => ({
      id,
      title,
      width,
      cell: (row) => <span className="number">{text(row)}</span>,
      text,
      ...more,
    });
    const says = ({ errorCode, errorParams, orderNo, orderCode }: CallRow): string =>
      errorCode === '' ? '' : describe(errorCode, { orderNo, orderCode, ...errorParams }).says;
    return [
      plain('at', t('calls.at'), 108, (row) => new Date(row.at).toISOString(), {
        cell: (row) => <When at={row.at} now={now} />,
      }),
      plain('certainty', t('calls.certainty'), 96, (row) => t(`settings.certainty.${row.certainty}`), {
        cell: (row) => (
          <StateMark tone={certaintyTone[row.certainty]} label={t(`settings.certainty.${row.certainty}`)} />
        ),
      }),
      plain('interface', t('calls.interface'), 112, (row) =>
        t(`interface.${row.interfaceName}`, row.interfaceName),
      ),
      plain('orderNo', t('col.orderNo'), 176, (row) => row.orderNo),
      plain('error', t('calls.error'), 200, says, {
        cell: (row) => <span title={says(row)}>{says(row)}</span>,
      }),
      plain('platformCode', t('calls.platformCode'), 80, (row) => row.platformCode),
      plain('duration', t('calls.duration'), 88, (row) => callTime(row.durationMs), {
        isNumeric: true,
      }),
      plain('orderCode', t('calls.orderCode'), 150, (row) => row.orderCode, { isOptional: true }),
      plain('platform', t('settings.platform'), 88, (row) => platformName(row.platform), {
        isOptional: true,
      }),
      plain('account', t('calls.account'), 110, (row) => row.accountName, { isOptional: true }),
      plain('requestId', t('calls.requestId'), 150, (row) => row.requestId, { isOptional: true }),
    ];
  }, [t, now, describe, platformName, callTime]);
}
