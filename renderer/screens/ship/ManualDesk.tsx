import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './manual.css';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { useScanTaker } from '../../parts/useScanTaker.ts';
import { type BoundOrder, useBindLoop } from './useBindLoop.ts';
import { useDeskChoices } from './useDeskChoices.ts';

/** Shown of those bound last; the order table holds them all. */
const shownBound = 8;

function BoundList({ bound }: { readonly bound: readonly BoundOrder[] }) {
  const { t } = useTranslation();
  if (bound.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>
        {t('manual.history')} · {t('manual.boundCount', { count: bound.length })}
      </h3>
      <ul className="plain-list">
        {bound.slice(0, shownBound).map(({ orderNo, waybillNo, slipErrorCode }) => (
          <li key={waybillNo} className="bound-line">
            <StateMark tone="done" label={t('manual.bound')} />
            <span className="number">{orderNo}</span>
            <strong className="number">{waybillNo}</strong>
            {slipErrorCode !== '' && (
              <span>
                {t('manual.slipFailed')} <code className="code">{slipErrorCode}</code>
              </span>
            )}
          </li>
        ))}
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
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const printerUri = isPrinting ? desk.printerUri : null;
  const { order, bound, failure, word, take, drop } = useBindLoop({ carrier: desk.carrier, printerUri });
  const hasCarrier = desk.carrier !== '';
  const scan = (code: string): void => {
    setTyped('');
    if (hasCarrier) void take(code);
  };
  useScanTaker((code) => {
    scan(code);
    return true;
  });
  useKeys([{ combo: 'Escape', says: t('manual.back'), run: order === null ? onBack : drop }]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    scan(typed);
    field.current?.focus();
  };
  return (
    <section className="panel manual" aria-label={t('manual.title')}>
      <header className="line">
        <h2>{t('manual.title')}</h2>
        <span className="soft grow">{t('manual.note')}</span>
        <Button keyHint="Escape" onPress={onBack}>
          {t('manual.back')}
        </Button>
      </header>
      <div className="line">
        <SelectField
          label={t('manual.carrier')}
          isLabelHidden
          width={160}
          placeholder={t('manual.carrier')}
          value={hasCarrier ? desk.carrier : null}
          options={desk.carriers}
          onChange={desk.setCarrier}
        />
        {desk.printerUri === null ? (
          <span className="soft">{t('manual.noPrinter')}</span>
        ) : (
          <label className="line">
            <input
              type="checkbox"
              checked={isPrinting}
              onChange={(event) => setPrinting(event.target.checked)}
            />
            {t('manual.printSlip', { printer: desk.printerName })}
          </label>
        )}
      </div>
      <div
        className={order === null ? 'manual-step' : 'manual-step manual-step-number'}
        aria-live="assertive"
      >
        <p className="manual-ask">
          {t(!hasCarrier ? 'manual.carrierFirst' : order === null ? 'manual.scanOrder' : 'manual.scanNumber')}
        </p>
        {order !== null && (
          <p className="manual-order">
            <strong className="number">{order.orderNo}</strong> {order.receiverName} {order.place}{' '}
            {order.goodsText} {carrierName(desk.carrier)}
          </p>
        )}
        <form className="line manual-typed" onSubmit={submit}>
          <TextField
            ref={field}
            label={t('manual.typed')}
            isAutoFocused
            maxLength={60}
            value={typed}
            onChange={setTyped}
          />
          {order !== null && <Button onPress={drop}>{t('manual.otherOrder')}</Button>}
        </form>
      </div>
      {word !== null && <Notice tone="unsure" title={t(`manual.${word}`)} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <BoundList bound={bound} />
    </section>
  );
}
