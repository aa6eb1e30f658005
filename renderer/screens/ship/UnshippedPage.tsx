import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { useTicks, useWindowRows } from '../../bridge/windowRows.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { ProgressBar, StateMark, type Tone } from '../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { useTickedPart } from '../../work/tickedPart.ts';
import { RefusedList, type RefusedOrder } from './RefusedList.tsx';

const dayChoices = ['0', '1', '3', '7', '15', '30'] as const;
const rowId = (row: UnshippedRow): string => row.orderId;

/** What was given back, and with one press why the rest was not. */
function VoidResult({ progress: { done, refused } }: { readonly progress: VoidProgress }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Notice
        tone={refused.length > 0 ? 'unsure' : 'done'}
        title={t('unshipped.voided', { done, failed: refused.length })}
      >
        {refused.length > 0 && (
          <Button size="small" onPress={() => setShown(true)}>
            {t('unshipped.why', { count: refused.length })}
          </Button>
        )}
      </Notice>
      {isShown && <RefusedList refused={refused} onClose={() => setShown(false)} />}
    </>
  );
}

/** Numbers that were booked and whose parcel has not gone, oldest first, with the end of their refund window. */
export function UnshippedPage({ onBack, onShow }: { onBack(): void; onShow(orderId: string): void }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<string>('1');
  const rows = useWindowRows(ask.bookingHealth.unshipped, { days: Number(days) });
  const { ticks } = useTicks(rows, rowId, useTickedPart());
  const columns = useUnshippedColumns();
  const { progress, run } = useVoidMany();
  const start = async (): Promise<void> => {
    void run([...ticks.rows.keys()]);
    ticks.clear();
  };
  return (
    <section className="panel unshipped" aria-label={t('unshipped.title')}>
      <header className="line">
        <h2>{t('unshipped.title')}</h2>
        <span className="soft small grow">{t('unshipped.note')}</span>
        <span className="soft">{t('unshipped.days')}</span>
        <SelectField
          label={t('unshipped.days')}
          isLabelHidden
          width={120}
          value={days}
          options={choicesOf(dayChoices, (value) => t('unshipped.daysOf', { count: Number(value) }))}
          onChange={setDays}
        />
        <KeyButton combo="Escape" onPress={onBack}>
          {t('common.backToList')}
        </KeyButton>
      </header>
      {progress?.isRunning === true && (
        <>
          <p className="soft number">
            {t('unshipped.voiding', { done: progress.done + progress.refused.length, total: progress.total })}
          </p>
          <ProgressBar
            share={(progress.done + progress.refused.length) / progress.total}
            label={t('unshipped.title')}
          />
        </>
      )}
      {progress?.isRunning === false && <VoidResult progress={progress} />}
      <ListTable
        key={days}
        tableId="unshipped"
        label={t('unshipped.title')}
        columns={columns}
        rows={rows}
        activeKey={null}
        ticks={ticks}
        rowKey={rowId}
        onActivate={() => undefined}
        nothing={{ icon: 'check', title: t('unshipped.empty') }}
      />
      <footer className="line">
        <span className="grow" />
        {ticks.rows.size === 1 && (
          <Button onPress={() => onShow([...ticks.rows.keys()][0] ?? '')}>{t('calls.toOrder')}</Button>
        )}
        <AskingButton
          button="danger"
          isDisabled={ticks.rows.size === 0 || progress?.isRunning === true}
          label={
            ticks.rows.size === 0 ? t('unshipped.voidNone') : t('unshipped.void', { count: ticks.rows.size })
          }
          title={t('unshipped.voidTitle', { count: ticks.rows.size })}
          note={t('unshipped.voidNote')}
          yes={t('unshipped.voidYes')}
          look="danger"
          act={start}
        />
      </footer>
    </section>
  );
}

interface VoidProgress {
  readonly done: number;
  /** Not given back, each with why. */
  readonly refused: readonly RefusedOrder[];
  readonly total: number;
  readonly isRunning: boolean;
}

/** null: given back; else why not. */
async function voidOne(orderId: string): Promise<RefusedOrder | null> {
  let orderNo = orderId;
  try {
    const order = await core.orders.detail({ orderId });
    orderNo = order.orderNo;
    await core.orders.cancel({ orderId, version: order.version });
    return null;
  } catch (error) {
    return { orderNo, ...failureOf(error) };
  }
}

/** Gives numbers back one after the other: platforms take few cancellations a second, and each answer counts. */
function useVoidMany() {
  const [progress, setProgress] = useState<VoidProgress | null>(null);
  const run = async (orderIds: readonly string[]): Promise<void> => {
    let done = 0;
    const refused: RefusedOrder[] = [];
    const tell = (isRunning: boolean): void =>
      setProgress({ done, refused: [...refused], total: orderIds.length, isRunning });
    tell(true);
    for (const orderId of orderIds) {
      const refusal = await voidOne(orderId);
      if (refusal === null) done += 1;
      else refused.push(refusal);
      tell(true);
    }
    tell(false);
    void queryClient.invalidateQueries({ queryKey: [['bookingHealth', 'unshipped']] });
  };
  return { progress, run };
}

/** Columns of the numbers that have not gone. */
function useUnshippedColumns(): readonly TableColumn<UnshippedRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(() => {
    const refund = ({ refundDaysLeft: left }: UnshippedRow): string => {
      if (left < 0) return t('unshipped.refundOver');
      return left === 0 ? t('unshipped.refundToday') : t('unshipped.refundLeft', { count: left });
    };
    return [
      textColumn('age', t('unshipped.age'), 96, (row) => t('unshipped.ageDays', { count: row.ageDays })),
      textColumn('refund', t('unshipped.refund'), 120, refund, {
        cell: (row) => <StateMark tone={refundTone(row.refundDaysLeft)} label={refund(row)} />,
      }),
      textColumn('waybillNo', t('col.waybillNo'), 160, (row) => row.waybillNo, {
        isLongNo: true,
        isFlexible: true,
      }),
      textColumn('orderNo', t('col.orderNo'), 190, (row) => row.orderNo, {
        isFlexible: true,
        isLongNo: true,
      }),
      textColumn('carrier', t('col.carrier'), 128, (row) => carrierName(row.carrier)),
      textColumn('account', t('field.account'), 96, (row) => row.accountName, {
        isFlexible: true,
        leaves: 1,
      }),
      textColumn('printed', t('unshipped.printed'), 104, (row) =>
        t(row.isPrinted ? 'unshipped.isPrinted' : 'unshipped.notPrinted'),
      ),
    ];
  }, [t, carrierName]);
}

/** Days before the end of the refund window from which it is amber. */
const soonDays = 2;

/** How pressing a number is: over is red, ending soon amber, the rest calm. */
export function refundTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'failed';
  return daysLeft <= soonDays ? 'unsure' : 'waiting';
}
