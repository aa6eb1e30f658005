import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceTrial } from '../../../../shared/contracts/freight.ts';
import { core } from '../../../bridge/core.ts';
import type { PriceTable } from '../../../bridge/queries/ruleQueries.ts';
import { useCarrierNames } from '../../../bridge/useCarrierNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { PriceTryResult } from './PriceTryResult.tsx';

const dayChoices = ['1', '7', '30'] as const;

/** What the orders of the last days would cost by the table as it stands; nothing is saved. */
export function PriceTry({ table }: { readonly table: PriceTable }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const [days, setDays] = useState<(typeof dayChoices)[number]>('7');
  const [tried, setTried] = useState<{ readonly of: string; readonly trial: PriceTrial } | null>(null);
  const text = JSON.stringify(table);
  const attempt = useMutation({
    mutationFn: () => core.freight.try({ table, days: Number(days) }),
    onSuccess: (trial) => setTried({ of: text, trial }),
  });
  const isFresh = tried !== null && tried.of === text;
  return (
    <section className="stack-tight price-try" aria-label={t('prices.try.title')}>
      <div className="line">
        <ChoiceField
          label={t('rules.save.days')}
          value={days}
          choices={dayChoices.map((value) => ({
            value,
            label: t('rules.save.day', { count: Number(value) }),
          }))}
          onChange={(value) => setDays(value)}
        />
        <Button isBusy={attempt.isPending} onPress={() => attempt.mutate()}>
          {t('rules.save.try')}
        </Button>
        {tried !== null && !isFresh && <span className="soft small">{t('prices.try.stale')}</span>}
      </div>
      {isFresh && <PriceTryResult trial={tried.trial} carrier={carrierName(table.carrier)} />}
    </section>
  );
}
