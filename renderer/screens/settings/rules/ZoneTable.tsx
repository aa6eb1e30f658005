import { useTranslation } from 'react-i18next';
import type { PriceTable } from '../../../bridge/queries/ruleQueries.ts';
import { formatMoney } from '../../../parts/format/formatMoney.ts';
import { formatWeight } from '../../../parts/format/formatWeight.ts';

type Zone = PriceTable['zones'][number];

/** Zones with their places, and every step as a sentence. */
export function ZoneTable({ zones }: { readonly zones: readonly Zone[] }) {
  const { t } = useTranslation();
  if (zones.length === 0) return <p className="soft">{t('rules.prices.noZones')}</p>;
  const stepText = (step: Zone['steps'][number]): string => {
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
  return (
    <div className="trial-moves">
      <table>
        <thead>
          <tr>
            <th>{t('rules.prices.zone')}</th>
            <th>{t('rules.prices.places')}</th>
            <th>{t('rules.prices.steps')}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.name}>
              <td>{zone.name}</td>
              <td>
                {zone.places
                  .map(({ province, city }) => (city === '' ? province : city))
                  .join(t('common.listComma'))}
              </td>
              <td>
                {zone.steps.map((step) => (
                  <p key={`${step.kind} ${step.upToGrams}`}>{stepText(step)}</p>
                ))}
                {zone.surchargeFen > 0 && (
                  <p>{t('rules.prices.surcharge', { amount: formatMoney(zone.surchargeFen) })}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
