import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageBridge, useNow } from '../../bridge/page.ts';
import { sessionQueries, settingsQueries, statusQueries } from '../../bridge/queries/settingsQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { Section } from '../../parts/Section.tsx';
import { When } from '../../parts/When.tsx';
import { useAct } from '../../work/useAct.ts';

/** What protects the data, and the lock. */
export function SecuritySection() {
  const { t } = useTranslation();
  const now = useNow();
  const session = useQuery(sessionQueries.state()).data;
  const divisions = useQuery(settingsQueries.divisions()).data;
  const backupAt = useQuery(statusQueries.now()).data?.lastBackupAt;
  const lock = useAct(() => core.session.lock(), {
    after: (locked) => queryClient.setQueryData(sessionQueries.state().queryKey, locked),
  });
  const backUp = useAct(() => core.settings.backUp(), {
    says: ({ file, orders, isBoundToMachine }) => ({
      tone: 'done',
      says: t('settings.backedUp', { count: orders }),
      ...(isBoundToMachine ? { next: t('settings.backupBound') } : {}),
      action: { label: t('common.showFile'), run: () => void pageBridge().showFile(file) },
    }),
  });
  const facts = [
    [t('settings.workspaceKind'), t(session?.isPractice ? 'welcome.practice' : 'welcome.real')],
    [t('settings.keyStore'), t(session?.hasKeyStore ? 'settings.keyStoreYes' : 'settings.keyStoreNo')],
    [
      t('status.backup'),
      backupAt === null || backupAt === undefined ? (
        t('status.noBackup')
      ) : (
        <When key="backup" at={backupAt} now={now} />
      ),
    ],
    [t('settings.version'), session?.version ?? ''],
    [t('settings.divisions'), divisions === undefined ? '' : t('settings.divisionsAsOf', divisions)],
  ] as const;
  return (
    <Section title={t('settings.section.security')}>
      <div className="panel panel-pad stack">
        <Facts facts={facts} />
        <p className="soft small">{t('settings.backupNote')}</p>
        <div>
          <Button {...backUp.press()}>{t('settings.backUp')}</Button>
        </div>
        <p className="soft small">{t('settings.lockNote')}</p>
        <div>
          <Button icon="lock" {...lock.press()}>
            {t('settings.lock')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
