import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { formatMoney } from '../../parts/format.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';

interface MovesTableProps<Move> extends Pick<ComponentProps<typeof PlainTable<Move>>, 'columns'> {
  /** Orders that would go another way; the first of them are shown. */
  readonly moved: number;
  readonly moves: readonly Move[];
}

/** The past orders that a change would treat otherwise, the first of them one by one. */
export function MovesTable<Move extends { readonly orderId: string }>(props: MovesTableProps<Move>) {
  const { moved, moves, columns } = props;
  const { t } = useTranslation();
  return (
    <div className="trial-moves">
      <PlainTable look="figure-rows" rows={moves} columns={columns} keyOf={({ orderId }) => orderId} />
      {moved > moves.length && (
        <p className="soft small">{t('rules.trial.first', { count: moves.length })}</p>
      )}
    </div>
  );
}

interface TryBarProps {
  readonly days: TryDays;
  /** What is changed was tried as it is now: trying is no longer what comes next. */
  readonly look?: 'primary' | 'plain';
  readonly isBusy: boolean;
  onDays(days: TryDays): void;
  onTry(): void;
}

const tryDays = ['1', '7', '30'] as const;
export type TryDays = (typeof tryDays)[number];

/** Of how many past days the orders are tried, and the button that does it. */
export function TryBar({ days, look = 'plain', isBusy, onDays, onTry }: TryBarProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('rules.save.days')}
        value={days}
        choices={choicesOf(tryDays, (value) => t('rules.save.day', { count: Number(value) }))}
        onChange={onDays}
      />
      <Button look={look} isBusy={isBusy} onPress={onTry}>
        {t('prices.try.title')}
      </Button>
    </>
  );
}

interface FreightWords {
  /** How much less or more a change costs. */
  difference(beforeFen: number, afterFen: number): string;
  /** null: no price is known. */
  cost(amountFen: number | null): string;
}

/** Freight before and after a change, in words. */
export function useFreightWords(): FreightWords {
  const { t } = useTranslation();
  return {
    difference(beforeFen, afterFen) {
      const amount = formatMoney(Math.abs(afterFen - beforeFen));
      if (afterFen === beforeFen) return t('rules.trial.same');
      return t(afterFen < beforeFen ? 'rules.trial.less' : 'rules.trial.more', { amount });
    },
    cost: (amountFen) => (amountFen === null ? t('rules.trial.unknownCost') : formatMoney(amountFen)),
  };
}
