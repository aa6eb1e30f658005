import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { regionGroups } from '../../../shared/domain/regionGroups.ts';
import type { RuleSet } from '../../bridge/queries/ruleQueries.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import type { RuleNames } from '../../words/ruleSentence.ts';

/** Names for the keys in rules; until the accounts are read nothing is called missing. */
export function useRuleNames(areas: RuleSet['areas']): RuleNames {
  const { t } = useTranslation();
  const carrier = useCarrierNames();
  const accounts = useQuery(settingsQueries.accounts()).data;
  return useMemo(
    () => ({
      account: (id) => (accounts === undefined ? '' : (accounts.find((one) => one.id === id)?.name ?? null)),
      carrier,
      area: (id) => {
        const own = areas.find((area) => area.id === id)?.name;
        if (own !== undefined) return own;
        return regionGroups.some((group) => group.id === id)
          ? t(`rules.area.${id}` as 'rules.area.far')
          : null;
      },
      areaIds: [...areas, ...regionGroups].map(({ id }) => id),
    }),
    [accounts, carrier, areas, t],
  );
}
