import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../parts/format.ts';

interface MovesTableProps {
  readonly heads: readonly string[];
  /** Orders that would go another way, and how many of them are shown. */
  readonly moved: number;
  readonly shown: number;
  /** One row an order. */
  readonly children: ReactNode;
}

/** The past orders that a change would treat otherwise, the first of them one by one. */
export function MovesTable({ heads, moved, shown, children }: MovesTableProps) {
  const { t } = useTranslation();
  return (
    <div className="trial-moves">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {moved > shown && <p className="soft small">{t('rules.trial.first', { count: shown })}</p>}
    </div>
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
