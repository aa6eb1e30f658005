import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import './ship.css';
import type { ManualOrder } from '../../../shared/contracts/booking.ts';
import { core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { playTone } from '../../parts/feedback/Toasts.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useKeys } from '../../parts/keys.ts';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { useDeskChoices } from './useDeskChoices.ts';

/** Shown of those bound last; the order table holds them all. */
const shownBound = 10;

interface StepProps {
  readonly no: 1 | 2;
  readonly says: string;
  /** The next scan is for this step. */
  readonly isNow: boolean;
  readonly children: ReactNode;
  onScan(code: string): void;
}

/** One of the two scans, large enough to be read from where the parcels are; the one that is next holds the field. */
function Step({ no, says, isNow, children, onScan }: StepProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  return (
    <li
      className={isNow ? 'manual-step manual-step-now' : 'manual-step'}
      aria-current={isNow ? 'step' : undefined}
    >
      <p className="manual-ask">
        <span className="manual-no number">{no}</span> {says}
      </p>
      {isNow && (
        <Form
          look="manual-typed"
          onSubmit={() => {
            onScan(typed);
            setTyped('');
            field.current?.focus();
          }}
        >
          <TextField
            ref={field}
            label={t('manual.typed')}
            isAutoFocused
            maxLength={60}
            value={typed}
            onChange={setTyped}
          />
        </Form>
      )}
      {children}
    </li>
  );
}

interface BoundListProps {
  readonly bound: readonly BoundOrder[];
  onUndo(one: BoundOrder): void;
}

function BoundList({ bound, onUndo }: BoundListProps) {
  const { t } = useTranslation();
  useKeys([
    {
      // Ctrl+Z belongs to the field of the scans, which always has the focus.
      combo: 'Alt+u',
      says: t('manual.undoLast'),
      run: () => {
        const [last] = bound;
        if (last !== undefined) onUndo(last);
      },
    },
  ]);
  if (bound.length === 0) return <p className="soft">{t('manual.noneYet')}</p>;
  return (
    <section className="stack-tight">
      <h3>
        {t('manual.history')} · {t('manual.boundCount', { count: bound.length })}
      </h3>
      <ul className="plain-list">
        {bound.slice(0, shownBound).map((one, at) => {
          const { orderNo, waybillNo, slipErrorCode } = one;
          return (
            <li key={waybillNo} className="bound-line">
              <StateMark tone="done" label={t('manual.bound')} />
              <button
                type="button"
                className="link number"
                onClick={() => go('ship', { search: orderNo, filter: 'all' })}
              >
                {orderNo}
              </button>
              <strong className="number">{waybillNo}</strong>
              {slipErrorCode !== '' && (
                <span>
                  {t('manual.slipFailed')} <code className="code">{slipErrorCode}</code>
                </span>
              )}
              <Button
                size="small"
                icon="undo"
                label={t('manual.undoOf', { orderNo })}
                {...(at === 0 ? { keyHint: 'Alt+U' } : {})}
                onPress={() => onUndo(one)}
              >
                {t('common.undo')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Binds numbers by scan: order, number, next. Hands stay on the gun. */
export function ManualDesk({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const desk = useDeskChoices({ mayUseRules: false });
  const carrierName = useCarrierNames();
  const [isPrinting, setPrinting] = useState(true);
  const printerUri = isPrinting ? desk.printerUri : null;
  const { order, bound, failure, word, take, undo, drop } = useBindLoop({
    carrier: desk.carrier,
    printerUri,
  });
  const hasCarrier = desk.carrier !== '';
  const scan = (code: string): void => {
    if (hasCarrier) void take(code);
  };
  useScanTaker((code) => {
    scan(code);
    return true;
  });
  useKeys([{ combo: 'Escape', says: t('common.backToList'), run: order === null ? onBack : drop }]);
  return (
    <section className="panel manual" aria-label={t('manual.title')}>
      <header className="line">
        <h2>{t('manual.title')}</h2>
        <span className="soft grow">{t('manual.note')}</span>
        <Button keyHint="Escape" onPress={onBack}>
          {t('common.backToList')}
        </Button>
      </header>
      <div className="line">
        <SelectField
          label={t('field.carrier')}
          isLabelHidden
          width={160}
          placeholder={t('field.carrier')}
          value={hasCarrier ? desk.carrier : null}
          options={desk.carriers}
          onChange={desk.setCarrier}
        />
        {desk.printerUri === null ? (
          <span className="soft">{t('manual.noPrinter')}</span>
        ) : (
          <CheckField
            label={t('manual.printSlip', { printer: desk.printerName })}
            isOn={isPrinting}
            onChange={setPrinting}
          />
        )}
      </div>
      <ol className="plain-list manual-steps" aria-live="assertive">
        <Step
          no={1}
          says={t(hasCarrier ? 'manual.scanOrder' : 'manual.carrierFirst')}
          isNow={order === null}
          onScan={scan}
        >
          {order !== null && (
            <div className="manual-order">
              <strong className="number">{order.orderNo}</strong>
              <p>{[order.receiverName, order.place].join(' ')}</p>
              <p>{order.goodsText}</p>
              <Button onPress={drop}>{t('manual.otherOrder')}</Button>
            </div>
          )}
        </Step>
        <Step no={2} says={t('manual.scanNumber')} isNow={order !== null} onScan={scan}>
          <p className="manual-order soft">{carrierName(desk.carrier)}</p>
        </Step>
      </ol>
      {word !== null && <Notice tone="note" title={t(`manual.${word}`)} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <BoundList bound={bound} onUndo={undo} />
    </section>
  );
}

interface BoundOrder {
  readonly orderId: string;
  readonly orderNo: string;
  readonly waybillNo: string;
  readonly slipErrorCode: string;
}

/** What the loop has to say now, besides what it waits for. */
type BindWord = 'switched' | 'sameCode' | 'undone' | null;

async function orderOf(code: string): Promise<ManualOrder | null> {
  return core.manual.find({ code }).catch(() => null);
}

/**
 * Scan an order, scan its number, next. The second scan is looked up as an order first: the next parcel's order number
 * must never become this one's waybill.
 */
function useBindLoop(way: { readonly carrier: string; readonly printerUri: string | null }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<ManualOrder | null>(null);
  const [bound, setBound] = useState<readonly BoundOrder[]>([]);
  const [failure, setFailure] = useState<PageFailure | null>(null);
  const [word, setWord] = useState<BindWord>(null);
  const busy = useRef(false);
  const open = async (code: string): Promise<void> => {
    setOrder(await core.manual.find({ code }));
    playTone('done');
  };
  const bind = async (current: ManualOrder, code: string): Promise<void> => {
    if (code === current.orderNo) {
      setWord('sameCode');
      playTone('failed');
      return;
    }
    const other = await orderOf(code);
    if (other !== null) {
      setOrder(other);
      setWord('switched');
      playTone('failed');
      return;
    }
    const result = await core.manual.bindNumber({ orderId: current.id, waybillNo: code, ...way });
    const { waybillNo } = result.order;
    setBound((before) => [
      { orderId: current.id, orderNo: current.orderNo, waybillNo, slipErrorCode: result.slipErrorCode },
      ...before,
    ]);
    setOrder(null);
    playTone(result.slipErrorCode === '' ? 'done' : 'failed');
  };
  const unbind = async ({ orderId, orderNo, waybillNo }: BoundOrder): Promise<void> => {
    await core.manual.unbindNumber({ orderId, waybillNo, reason: t('manual.undoReason') });
    setBound((before) => before.filter((one) => one.waybillNo !== waybillNo));
    // Mostly it was the number that was wrong: the next scan is its right one.
    setOrder(await orderOf(orderNo));
    setWord('undone');
    playTone('done');
  };
  /** One act at a time: a scan that comes while the last one is still looked up would be taken for the wrong step. */
  const alone = async (act: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setFailure(null);
    setWord(null);
    try {
      await act();
    } catch (error) {
      setFailure(failureOf(error));
      playTone('failed');
    } finally {
      busy.current = false;
    }
  };
  const take = async (text: string): Promise<void> => {
    const code = text.trim();
    if (code === '') return;
    await alone(() => (order === null ? open(code) : bind(order, code)));
  };
  const undo = (one: BoundOrder): void => void alone(() => unbind(one));
  return { order, bound, failure, word, take, undo, drop: () => setOrder(null) };
}
