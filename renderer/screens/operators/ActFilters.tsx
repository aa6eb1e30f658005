import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { ask } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { addDays, DayField } from '../../parts/form/DayField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { startOfDay } from '../../parts/format.ts';

/** What the record is narrowed to beside the kinds; empty: not at all. */
export interface ActFilter {
  readonly operator: string;
  /** `2026-12-01`, both included. */
  readonly from: string;
  readonly to: string;
  readonly orderNo: string;
}

export const noFilter: ActFilter = { operator: '', from: '', to: '', orderNo: '' };

/** The same as the core is asked. */
export function actQueryOf({ operator, from, to, orderNo }: ActFilter) {
  return {
    ...(operator === '' ? {} : { operator }),
    ...(from === '' ? {} : { from: startOfDay(from) }),
    ...(to === '' ? {} : { to: startOfDay(addDays(to, 1)) }),
    ...(orderNo.trim() === '' ? {} : { orderNo: orderNo.trim() }),
  };
}

interface ActFiltersProps {
  readonly filter: ActFilter;
  onChange(filter: ActFilter): void;
}

export function ActFilters({ filter, onChange }: ActFiltersProps) {
  const { t } = useTranslation();
  const now = useNow();
  const staff = useQuery(ask.operators.list.queryOptions()).data ?? [];
  const today = shopDate(now);
  const change = (part: Partial<ActFilter>): void => onChange({ ...filter, ...part });
  return (
    <div className="act-filters">
      <SelectField
        label={t('operatorSettings.col.who')}
        value={filter.operator}
        options={[
          { value: '', label: t('operatorSettings.everybody') },
          ...staff.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(operator) => change({ operator })}
      />
      <DayField
        label={t('operatorSettings.from')}
        value={filter.from}
        today={today}
        isOptional
        onChange={(from) => change({ from })}
      />
      <DayField
        label={t('operatorSettings.to')}
        value={filter.to}
        today={today}
        isOptional
        onChange={(to) => change({ to })}
      />
      <TextField
        label={t('operatorSettings.col.order')}
        maxLength={200}
        value={filter.orderNo}
        onChange={(orderNo) => change({ orderNo })}
      />
    </div>
  );
}
