import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { pageClock } from '../../../bridge/page.ts';
import type { PriceTable } from '../../../bridge/queries/bookingQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { DayField } from '../../../parts/form/DayField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { localDay } from '../../../parts/format.ts';
import { amountOf } from '../ruleDraft.ts';
import { amountFields, type PriceDraft } from './priceDraft.ts';

/** A select needs a value for "every account". */
const allAccounts = '-';

interface TableHeadFieldsProps {
  readonly draft: PriceDraft;
  onChange(change: (before: PriceDraft) => PriceDraft): void;
}

/** Whose prices these are, from when to when, and what is added to every parcel. */
export function TableHeadFields({ draft, onChange }: TableHeadFieldsProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const { table } = draft;
  const put = (change: Partial<PriceTable>): void =>
    onChange((before) => ({ ...before, table: { ...before.table, ...change } }));
  const today = localDay(pageClock.now());
  const isReversed = table.validFrom !== '' && table.validTo !== '' && table.validTo < table.validFrom;
  return (
    <div className="price-head">
      <TextField
        label={t('rules.prices.name')}
        value={table.name}
        maxLength={40}
        onChange={(name) => put({ name })}
      />
      <SelectField
        label={t('rules.prices.carrier')}
        value={table.carrier === '' ? null : table.carrier}
        placeholder={t('prices.chooseCarrier')}
        options={carriers.map(({ code }) => ({ value: code, label: carrierName(code) }))}
        onChange={(carrier) => put({ carrier })}
      />
      <SelectField
        label={t('rules.prices.account')}
        value={table.accountId === '' ? allAccounts : table.accountId}
        options={[
          { value: allAccounts, label: t('rules.prices.allAccounts') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => put({ accountId: value === allAccounts ? '' : value })}
      />
      <DayField
        label={t('rules.prices.from')}
        value={table.validFrom}
        today={today}
        isOptional
        onChange={(validFrom) => put({ validFrom })}
      />
      <DayField
        label={t('rules.prices.to')}
        value={table.validTo}
        today={today}
        isOptional
        error={isReversed ? t('day.reversed') : undefined}
        onChange={(validTo) => put({ validTo })}
      />
      <AmountFields draft={draft} onChange={onChange} />
      <ChoiceField
        label={t('prices.parcels')}
        value={table.parcels}
        choices={(['each', 'together'] as const).map((value) => ({
          value,
          label: t(`prices.parcelsOf.${value}`),
        }))}
        onChange={(parcels) => put({ parcels })}
      />
    </div>
  );
}

/** Yuan and percent, as they are typed. */
function AmountFields({ draft: { typed }, onChange }: TableHeadFieldsProps) {
  const { t } = useTranslation();
  return amountFields.map((field) => (
    <TextField
      key={field}
      label={t(`prices.amount.${field}`)}
      value={typed[field]}
      maxLength={12}
      placeholder="0"
      error={amountOf(typed[field], 100) === 'wrong' ? t('prices.amountWrong') : undefined}
      onChange={(text) => onChange((before) => ({ ...before, typed: { ...before.typed, [field]: text } }))}
    />
  ));
}
