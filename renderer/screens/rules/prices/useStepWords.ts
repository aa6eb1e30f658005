import { useTranslation } from 'react-i18next';
import type { PriceStep } from '../../../../shared/domain/freight.ts';
import { formatMoney } from '../../../parts/formatMoney.ts';
import { formatWeight } from '../../../parts/formatWeight.ts';

/** A weight step as people say it: 首重 1.00 kg ¥2.60，每续重 1.00 kg ¥0.80. */
export function useStepWords(): (step: PriceStep) => string {
  const { t } = useTranslation();
  return (step) => {
    if (step.kind === 'flat')
      return t('rules.prices.flat', {
        upTo: formatWeight(step.upToGrams),
        amount: formatMoney(step.amountFen),
      });
    const { upToGrams, firstGrams, firstFen, stepGrams, stepFen } = step;
    return t(upToGrams === null ? 'rules.prices.continued' : 'rules.prices.continuedUpTo', {
      upTo: formatWeight(upToGrams),
      first: formatWeight(firstGrams),
      amount: formatMoney(firstFen),
      step: formatWeight(stepGrams),
      more: formatMoney(stepFen),
    });
  };
}
