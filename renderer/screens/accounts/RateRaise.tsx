import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageClock, useNow } from '../../bridge/page.ts';
import type { AccountHealthView } from '../../bridge/queries/bookingQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useWhen } from '../../parts/format.ts';
import { useAct } from '../../work/useAct.ts';

const spans = ['0', '1', '3', '7', '15'] as const;

/** A higher pace that the platform granted, always with its end. */
export function RateRaise({ health }: { readonly health: AccountHealthView }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { rate, accountId } = health;
  const [perSecond, setPerSecond] = useState('');
  const [days, setDays] = useState<(typeof spans)[number]>('0');
  const raise = useAct(
    (wanted: Parameters<typeof core.bookingHealth.raiseRate>[0]['raise']) =>
      core.bookingHealth.raiseRate({ accountId, raise: wanted }),
    { after: () => setPerSecond('') },
  );
  const number = Number(perSecond);
  const isWhole = Number.isInteger(number) && number > rate.ownPerSecond && number <= 500;
  if (rate.raisedUntil !== null)
    return (
      <div className="line">
        <span className="number">
          {t('accounts.raiseOn', { perSecond: rate.perSecond, time: when(rate.raisedUntil) })}
        </span>
        <Button size="small" {...raise.press(null)}>
          {t('accounts.raiseOff')}
        </Button>
      </div>
    );
  return (
    <details>
      <summary>{t('accounts.raise')}</summary>
      <Form
        look="stack-tight"
        isReady={isWhole}
        onSubmit={() => raise.mutate({ perSecond: number, until: raiseEnd(pageClock.now(), Number(days)) })}
      >
        <p className="soft small">{t('accounts.raiseNote', { own: rate.ownPerSecond })}</p>
        <div className="line raise-fields">
          <TextField
            label={t('accounts.raisePerSecond')}
            maxLength={3}
            value={perSecond}
            onChange={setPerSecond}
          />
          <SelectField
            label={t('accounts.raiseUntil')}
            width={140}
            value={days}
            options={spans.map((value) => ({ value, label: t(`accounts.raiseDays.${value}`) }))}
            onChange={(value) => setDays(spans.find((span) => span === value) ?? '0')}
          />
          <Button isSubmit isDisabled={!isWhole} isBusy={raise.isPending}>
            {t('accounts.raiseDo')}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** The end of the day that lies so many days ahead, by the clock of this computer. */
export function raiseEnd(now: number, days: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(23, 59, 59, 0);
}
