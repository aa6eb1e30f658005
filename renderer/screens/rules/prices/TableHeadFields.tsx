import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCarrierOptions } from '../../../bridge/knownNames.ts';
import { pageClock } from '../../../bridge/page.ts';
import type { PriceTable } from '../../../bridge/queries/bookingQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../../parts/form/choices.ts';
import { DayField } from '../../../parts/form/DayField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { localDay } from '../../../parts/format.ts';
import { amountOf } from '../ruleDraft.ts';
import { amountFields, type PriceDraft } from './priceDraft.ts';

interface TableHeadFieldsProps {
  readonly draft: PriceDraft;
  onChange(change: (before: PriceDraft) => PriceDraft): void;
}

/** Whose prices these are, from when to when, and what is added to every parcel. */
export function TableHeadFields({ draft, onChange }: TableHeadFieldsProps) {
  const { t } = useTranslation();
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const carriers = useCarrierOptions();
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
        options={carriers}
        onChange={(carrier) => put({ carrier })}
      />
      <SelectField
        label={t('rules.prices.account')}
        value={table.accountId}
        options={[
          { value: '', label: t('rules.prices.allAccounts') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(accountId) => put({ accountId })}
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
        choices={choicesOf(['each', 'together'], (value) => t(`prices.parcelsOf.${value}`))}
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
