import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../parts/formatMoney.ts';

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
