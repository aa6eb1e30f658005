import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow, CallRun } from '../../../shared/contracts/insight/callLog.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { formatCount, useCallTime } from '../../parts/format.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { Dash } from '../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../../work/Moment.tsx';

/** How sure we are of a call: the three colours of a booking. */
export const certaintyTone = { happened: 'done', 'did-not-happen': 'failed', unknown: 'unsure' } as const;

/** What a call came to, in words; empty: what it should. */
export function useCallSays(): (call: CallRow) => string {
  const describe = useDescribe();
  return useCallback(
    ({ errorCode, errorParams, orderNo, orderCode }) =>
      errorCode === '' ? '' : describe(errorCode, { orderNo, orderCode, ...errorParams }).says,
    [describe],
  );
}

/** Columns of the call log; the optional ones wait in the chooser. */
export function useCallColumns(): readonly TableColumn<CallRun>[] {
  const { t } = useTranslation();
  const says = useCallSays();
  const platformName = usePlatformName();
  const callTime = useCallTime();
  return useMemo(() => {
    const ofOne = (text: (row: CallRun) => string) => (row: CallRun) => (row.times === 1 ? text(row) : '');
    return [
      textColumn('at', t('calls.at'), 112, (row) => copiedTime(row.at), {
        isWordy: true,
        cell: (row) => <Moment at={row.at} />,
      }),
      textColumn('certainty', t('calls.certainty'), 112, (row) => t(`certainty.${row.certainty}`), {
        isMark: true,
        cell: (row) => (
          <StateMark tone={certaintyTone[row.certainty]} label={t(`certainty.${row.certainty}`)} />
        ),
      }),
      textColumn(
        'interface',
        t('calls.interface'),
        104,
        (row) => t(`interface.${row.interfaceName}`, row.interfaceName),
        { leaves: 4 },
      ),
      textColumn('times', t('calls.times'), 56, (row) => String(row.times), {
        isNumeric: true,
        leaves: 6,
        cell: (row) =>
          row.times === 1 ? <Dash /> : <strong className="number">×{formatCount(row.times)}</strong>,
      }),
      textColumn('error', t('calls.error'), 120, says, { isFlexible: true }),
      textColumn(
        'orderNo',
        t('col.orderNo'),
        184,
        ofOne((row) => row.orderNo),
        // Said by the call that is beside the log.
        { leaves: 5, isLongNo: true },
      ),
      textColumn('duration', t('calls.duration'), 80, (row) => callTime(row.slowestMs), {
        isNumeric: true,
        leaves: 3,
      }),
      textColumn('platformCode', t('calls.platformCode'), 96, (row) => row.platformCode, { leaves: 1 }),
      textColumn('account', t('field.account'), 104, (row) => row.accountName, { leaves: 2 }),
      textColumn('firstAt', t('calls.firstAt'), 112, (row) => copiedTime(row.firstAt), {
        isOptional: true,
        cell: (row) => <Moment at={row.firstAt} />,
      }),
      textColumn(
        'orderCode',
        t('booking.orderCode'),
        150,
        ofOne((row) => row.orderCode),
        {
          isOptional: true,
        },
      ),
      textColumn('platform', t('settings.platform'), 88, (row) => platformName(row.platform), {
        isOptional: true,
      }),
      textColumn(
        'requestId',
        t('calls.requestId'),
        150,
        ofOne((row) => row.requestId),
        {
          isOptional: true,
        },
      ),
    ];
  }, [t, says, platformName, callTime]);
}
