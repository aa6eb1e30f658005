import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useDuration } from '../../parts/format.ts';
import { useAct } from '../../work/useAct.ts';

/** From a glance away to half a day; 0: never. */
const usualMinutes = [0, 5, 10, 15, 30, 60, 120, 240] as const;

/** When the workspace locks itself, and what that is worth here. */
export function AutoLockPanel() {
  const { t } = useTranslation();
  const duration = useDuration();
  const rules = useQuery(ask.session.lockRules.queryOptions()).data;
  const mayChange = useMissingRight(['changeSettings']) === null;
  const set = useAct(
    (patch: Parameters<typeof core.session.setLockRules>[0]) => core.session.setLockRules(patch),
    {
      says: () => t('settings.saved'),
      after: (saved) => queryClient.setQueryData(ask.session.lockRules.queryKey(), saved),
    },
  );
  if (rules === undefined) return null;
  const minutes = [...new Set([...usualMinutes, rules.idleMinutes])].sort((one, other) => one - other);
  return (
    <>
      <h3>{t('settings.lockTitle')}</h3>
      <div className="panel panel-pad">
        <fieldset className="stack" disabled={!mayChange}>
          {!mayChange && (
            <p className="soft">{t('operators.rightNeeded', { what: t('right.changeSettings') })}</p>
          )}
          <SelectField
            label={t('settings.lockAfter')}
            width={280}
            value={String(rules.idleMinutes)}
            isDisabled={!mayChange}
            options={minutes.map((count) => ({
              value: String(count),
              label: count === 0 ? t('settings.lockNever') : duration(count * 60),
            }))}
            onChange={(chosen) => set.mutate({ idleMinutes: Number(chosen) })}
          />
          <CheckField
            label={t(rules.hasOperators ? 'settings.lockWithSystem' : 'settings.lockWithSystemAlone')}
            isOn={rules.withSystem}
            onChange={(withSystem) => set.mutate({ withSystem })}
          />
          {rules.hasOperators && (
            <CheckField
              label={t('settings.lockAsksAgain')}
              isOn={rules.asksAgain}
              onChange={(asksAgain) => set.mutate({ asksAgain })}
            />
          )}
          <p className="soft small">{t('settings.lockWaits')}</p>
          {rules.isUnattended && <p className="soft small">{t('settings.lockUnattended')}</p>}
          {rules.opensAlone && <p className="soft small">{t('settings.lockOpensAlone')}</p>}
        </fieldset>
      </div>
    </>
  );
}
