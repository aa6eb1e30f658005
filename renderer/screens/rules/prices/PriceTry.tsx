import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceTrial } from '../../../../shared/contracts/freight.ts';
import { gapBetween, joinTexts } from '../../../../shared/text/hanSpacing.ts';
import { core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import type { PriceTable } from '../../../bridge/questions.ts';
import { formatCount, formatMoney, formatWeight } from '../../../parts/format.ts';
import { useAct } from '../../../work/useAct.ts';
import { MovesTable, TryBar, type TryDays, useFreightWords } from '../MovesTable.tsx';

/** What the orders of the last days would cost by the table as it is; nothing is saved. */
export function PriceTry({ table }: { readonly table: PriceTable }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const [days, setDays] = useState<TryDays>('7');
  const [tried, setTried] = useState<{ readonly of: string; readonly trial: PriceTrial } | null>(null);
  const text = JSON.stringify(table);
  const attempt = useAct(() => core.freight.try({ table, days: Number(days) }), {
    after: (trial) => setTried({ of: text, trial }),
  });
  const isFresh = tried !== null && tried.of === text;
  return (
    <section className="stack-tight price-try" aria-label={t('prices.try.title')}>
      <div className="line">
        <TryBar days={days} isBusy={attempt.isPending} onDays={setDays} onTry={() => attempt.mutate()} />
        {tried !== null && !isFresh && <span className="soft small">{t('prices.try.stale')}</span>}
      </div>
      {isFresh && <PriceTryResult trial={tried.trial} carrier={carrierName(table.carrier)} />}
    </section>
  );
}

type Sums = PriceTrial['all'];

/** Sums, what has no price and why, and the orders whose price changes. */
function PriceTryResult({ trial, carrier }: { readonly trial: PriceTrial; readonly carrier: string }) {
  const { t } = useTranslation();
  const { all, own, unknown, missing } = trial;
  if (all.orders === 0) return <p className="soft">{t('rules.trial.none')}</p>;
  return (
    <div className="stack-tight" aria-live="polite">
      <SumsLine
        says={t('prices.try.own', { count: own.orders, shown: formatCount(own.orders), carrier })}
        sums={own}
      />
      <SumsLine
        says={t('prices.try.all', { count: all.orders, shown: formatCount(all.orders), carrier })}
        sums={all}
      />
      {trial.isCut && <p className="soft small">{t('rules.trial.cut')}</p>}
      {unknown.map(({ reason, orders }) => (
        <p key={reason} className="trial-unknown">
          {t(`prices.try.unknown.${reason}`, { count: orders, shown: formatCount(orders) })}
          {reason === 'no-zone' &&
            ` ${missing
              .slice(0, 12)
              .map(({ province, orders: count }) => t('prices.try.place', { province, count }))
              .join(t('common.listComma'))}`}
        </p>
      ))}
      <Moves trial={trial} />
    </div>
  );
}

function SumsLine({ says, sums }: { readonly says: string; readonly sums: Sums }) {
  const { t } = useTranslation();
  const { difference } = useFreightWords();
  if (sums.orders === 0) return <p className="soft">{says}</p>;
  const known = t('prices.try.known', {
    count: sums.known,
    shown: formatCount(sums.known),
    total: formatMoney(sums.knownFen),
  });
  const compared =
    sums.compared > 0
      ? t('prices.try.compared', {
          count: sums.compared,
          shown: formatCount(sums.compared),
          before: formatMoney(sums.beforeFen),
          after: formatMoney(sums.afterFen),
          difference: difference(sums.beforeFen, sums.afterFen),
        })
      : '';
  return (
    <p>
      <strong>{says}</strong>
      {gapBetween(says, known)}
      {joinTexts([known, compared])}
    </p>
  );
}

function Moves({ trial }: { readonly trial: PriceTrial }) {
  const { t } = useTranslation();
  const { cost } = useFreightWords();
  if (trial.moved === 0) return <p className="soft">{t('prices.try.noMoves')}</p>;
  return (
    <MovesTable
      moved={trial.moved}
      moves={trial.moves}
      columns={[
        [t('col.orderNo'), ({ orderNo }) => orderNo, 'number'],
        [t('rules.trial.place'), ({ place }) => place],
        [t('col.weight'), ({ weightGrams }) => formatWeight(weightGrams), 'number'],
        [t('prices.column.zone'), ({ zoneName }) => zoneName],
        [t('rules.trial.before'), ({ beforeFen }) => cost(beforeFen), 'number'],
        [t('rules.trial.after'), ({ afterFen }) => cost(afterFen), 'number'],
      ]}
    />
  );
}
