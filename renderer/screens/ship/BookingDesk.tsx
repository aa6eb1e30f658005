import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { gapBetween } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import type { ShipSelection } from '../../bridge/questions.ts';
import { maxTicks, readRange, windowList } from '../../bridge/windowRows.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button, IconButton } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { formatCount, useDuration } from '../../parts/format.ts';
import { useKeys } from '../../parts/keys.ts';
import { go } from '../../parts/place.ts';
import { useAct } from '../../work/useAct.ts';
import { usePracticeTag } from '../../work/usePracticeTag.ts';
import type { Batch } from './preflight/preflight.ts';
import { RefusedList, type RefusedOrder } from './RefusedList.tsx';
import { asOrdered, byRules, noPrinter, useDeskChoices } from './useDeskChoices.ts';

interface BookingDeskProps {
  readonly ticked: ReadonlyMap<string, OrderRow>;
  readonly isTicking: boolean;
  /** What is searched for; empty: nothing. Both counts are of what it finds. */
  readonly searched: string;
  /** undefined: not read yet. */
  readonly readyCount: number | undefined;
  readonly failedCount: number;
  /** Leads to the look at the batch before it is booked. */
  onCheck(batch: Batch): void;
  onDone(): void;
}

type BookingPreview = Answered<'ship', 'preview'>;

/** undefined: not asked, or not answered yet. */
function useBookingPreview(
  selection: ShipSelection | null,
  desk: ReturnType<typeof useDeskChoices>,
): BookingPreview | undefined {
  const isAskable = selection !== null && desk.isSettled;
  const { accountId, carrier } = desk;
  const input = { selection: selection ?? { allReady: true }, accountId, carrier };
  const asked = useQuery(ask.ship.preview.queryOptions({ input, enabled: isAskable })).data;
  return isAskable ? asked : undefined;
}

/** A platform's clear no to this order; one of an account that was rejected as a whole is ready like any other. */
const isRejected = (row: OrderRow | undefined): boolean =>
  row?.shipmentState === 'refused' && row.state === 'needs-review';

interface PreviewProps {
  readonly selection: ShipSelection | null;
  readonly desk: ReturnType<typeof useDeskChoices>;
  readonly preview: BookingPreview | undefined;
  /** How many are ready, and so whether any is, has been read. */
  readonly isRead: boolean;
  /** A search found some that are ready. */
  readonly hasFound: boolean;
}

/** What will happen, in one line, before the button is pressed. */
function Preview({ selection, desk, preview, isRead, hasFound }: PreviewProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  if (selection === null)
    return isRead ? <p className="soft">{t(hasFound ? 'ship.tickFound' : 'ship.nothingChosen')}</p> : null;
  if (preview?.orders === 0 && preview.notReady > 0)
    return (
      <p className="desk-preview">
        <strong>
          {t('ship.noneReady', { count: preview.notReady, shown: formatCount(preview.notReady) })}
        </strong>
      </p>
    );
  if (preview === undefined) return desk.isSettled ? null : <p className="soft">{t('ship.chooseAll')}</p>;
  const way =
    desk.isByRules && desk.carrier === ''
      ? 'ship.willBookByRules'
      : desk.isAsOrdered
        ? 'ship.willBookAsOrdered'
        : 'ship.willBook';
  const says = t(desk.printerUri === null ? way : `${way}AndPrint`, {
    count: preview.orders,
    shown: formatCount(preview.orders),
    account: desk.accountName,
    carrier: desk.isAsOrdered ? desk.usualCarrier : desk.carrierName,
    printer: desk.printerName,
    time: duration(preview.expectedSeconds),
  });
  if (preview.notReady === 0) return <p className="desk-preview desk-promise">{says}</p>;
  const skips = t('ship.willSkip', { count: preview.notReady });
  return (
    <p className="desk-preview">
      {says}
      {gapBetween(says, skips)}
      <strong>{skips}</strong>
    </p>
  );
}

function chosenCarrier(desk: ReturnType<typeof useDeskChoices>): string | null {
  if (desk.carrier !== '') return desk.carrier;
  if (desk.isByRules) return byRules;
  return desk.isAsOrdered ? asOrdered : null;
}

function DeskChoosers({ desk }: { readonly desk: ReturnType<typeof useDeskChoices> }) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('field.account')}
        isLabelHidden
        width={150}
        placeholder={t('field.account')}
        value={desk.isByRules ? byRules : desk.accountId}
        options={desk.accounts}
        onChange={desk.setAccountId}
      />
      <SelectField
        label={t('field.carrier')}
        isLabelHidden
        width={136}
        placeholder={t('field.carrier')}
        value={chosenCarrier(desk)}
        options={desk.carriers}
        onChange={desk.setCarrier}
      />
      <SelectField
        label={t('print.printer')}
        isLabelHidden
        width={150}
        value={desk.printerUri ?? noPrinter}
        options={desk.printers}
        onChange={desk.setPrinterUri}
      />
    </>
  );
}

/** The bar under the table: with which account and carrier, onto which printer, and go. */
function PlainBookingDesk(props: BookingDeskProps) {
  const { ticked, isTicking, searched, failedCount, onDone } = props;
  const readyCount = props.readyCount ?? 0;
  const { t } = useTranslation();
  const desk = useDeskChoices();
  const tag = usePracticeTag(desk.accountId);
  const [refused, setRefused] = useState<readonly RefusedOrder[]>([]);
  const orderIds = useMemo(() => [...ticked.keys()], [ticked]);
  // Booking everything knows no search: with one, only ticked orders are booked.
  const canBookAll = readyCount > 0 && searched === '';
  const selection = useMemo<ShipSelection | null>(
    () => (orderIds.length > 0 ? { orderIds } : canBookAll ? { allReady: true } : null),
    [orderIds, canBookAll],
  );
  const print = useAct((printerUri: string) => core.print.print({ orderIds, printerUri }), {
    after: (result) => {
      if (result.queued > 0)
        say({
          tone: 'done',
          says: t('ship.printQueued', { count: result.queued }),
          action: { label: t('ship.toPrint'), run: () => go('print') },
        });
      setRefused(result.refused);
    },
  });
  // With ticks, those of them that were refused; without, all.
  const failedIds = orderIds.filter((id) => isRejected(ticked.get(id)));
  const retryCount = orderIds.length > 0 ? failedIds.length : failedCount;
  const preview = useBookingPreview(selection, desk);
  const canBook = selection !== null && desk.isSettled && !isTicking && preview?.orders !== 0;
  const count = orderIds.length > 0 ? orderIds.length : readyCount;
  const start = (): void => {
    if (!canBook || selection === null) return;
    props.onCheck({ ...desk.way, selection, count });
  };
  useKeys([{ combo: 'Ctrl+Enter', says: t('ship.book'), run: start }]);
  return (
    <section className="desk panel" aria-label={t('ship.desk')}>
      <span className="desk-chosen">
        <strong className="number">
          {orderIds.length === 0 && props.readyCount === undefined ? '–' : formatCount(count)}
        </strong>
        {t(orderIds.length > 0 ? 'ship.ticked' : 'ship.allReady')}
        {orderIds.length > 0 && <IconButton icon="close" label={t('ship.untick')} onPress={onDone} />}
      </span>
      <DeskChoosers desk={desk} />
      <div className="grow">
        <Preview
          selection={selection}
          desk={desk}
          preview={preview}
          isRead={props.readyCount !== undefined}
          hasFound={readyCount > 0}
        />
      </div>
      {retryCount > 0 && <RetryFailed orderIds={failedIds} searched={searched} count={retryCount} />}
      {orderIds.length > 0 && (
        <Button
          icon="print"
          isBusy={print.isPending}
          isDisabled={desk.printerUri === null}
          onPress={() => desk.printerUri !== null && print.mutate(desk.printerUri)}
        >
          {t('ship.printOnly', { count: orderIds.length, shown: formatCount(orderIds.length) })}
        </Button>
      )}
      <Button
        look="primary"
        size="large"
        tag={tag}
        isDisabled={!canBook}
        keyHint="Ctrl+Enter"
        onPress={start}
      >
        {t(desk.printerUri === null ? 'ship.book' : 'ship.bookAndPrint')}
      </Button>
      {refused.length > 0 && <RefusedList refused={refused} onClose={() => setRefused([])} />}
    </section>
  );
}

/** Drawn anew with what it is given, not with each row of the list above it. */
export const BookingDesk = memo(PlainBookingDesk);

async function allFailed(search: string): Promise<string[]> {
  const rows = await readRange(
    windowList(ask.orders.window, {
      filter: { state: 'failed' as const, ...(search === '' ? {} : { search }) },
    }),
    0,
    maxTicks - 1,
  );
  return rows.map(({ id }) => id);
}

interface RetryFailedProps {
  /** Ticked orders that were refused; none ticked: all of them that the search finds. */
  readonly orderIds: readonly string[];
  readonly searched: string;
  /** How many that is. */
  readonly count: number;
}

/** Tries refused bookings again, once somebody has read how many and how. Unsure ones are never among them. */
function RetryFailed({ orderIds, searched, count }: RetryFailedProps) {
  const { t } = useTranslation();
  const retry = useAct(
    async () => {
      const ids = orderIds.length > 0 ? [...orderIds] : await allFailed(searched);
      return ids.length === 0 ? { planned: 0 } : core.ship.retryFailed({ orderIds: ids });
    },
    { says: ({ planned }) => t('ship.retried', { count: planned }) },
  );
  const shown = formatCount(count);
  return (
    <AskingButton
      icon="refresh"
      label={t('ship.retryFailed', { count, shown })}
      title={t('ship.retryTitle', { count, shown })}
      note={t('ship.retryNote')}
      yes={t('ship.retryYes', { count, shown })}
      {...retry.asking()}
    />
  );
}
