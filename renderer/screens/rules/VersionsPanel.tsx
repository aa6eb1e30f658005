import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { ruleQueries } from '../../bridge/queries/ruleQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { When } from '../../parts/When.tsx';

/** Former versions, each one action away; going back is itself a new version. */
export function VersionsPanel({ versionNo }: { readonly versionNo: number }) {
  const { t } = useTranslation();
  const now = useNow();
  const say = useToasts((store) => store.say);
  const versions = useQuery(ruleQueries.versions()).data ?? [];
  const back = useMutation({
    mutationFn: (wanted: number) => core.rules.goBack({ versionNo: wanted, basedOn: versionNo }),
    onSuccess: (view) => say({ tone: 'done', says: t('rules.versions.done', { no: view.versionNo }) }),
  });
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>{t('rules.versions.title')}</summary>
      <ul className="panel plain-list">
        {versions.map((version) => (
          <li key={version.versionNo} className="settings-row">
            <span className="grow">
              {t('rules.versions.line', { no: version.versionNo, count: version.rules })}
              <span className="soft small">
                {' · '}
                <When at={version.savedAt} now={now} />
                {version.backTo > 0 && ` · ${t('rules.versions.from', { no: version.backTo })}`}
              </span>
            </span>
            {version.versionNo === versionNo ? (
              <span className="default-mark">{t('rules.versions.now')}</span>
            ) : (
              <Button
                size="small"
                icon="undo"
                isBusy={back.isPending}
                onPress={() => back.mutate(version.versionNo)}
              >
                {t('rules.versions.back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
