import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';

export interface ChosenBackup {
  readonly fileToken: string;
  readonly name: string;
}

/** The newest are what somebody looks for; older ones are found by the file dialog. */
const shownBackups = 8;

interface BackupListProps {
  onChoose(backup: ChosenBackup): void;
}

/** Backups that are in the workspace's own folder, newest first, and the way to any other. */
export function BackupList({ onChoose }: BackupListProps) {
  const { t } = useTranslation();
  const candidates = useQuery(ask.restore.candidates.queryOptions());
  const choose = useAct(() => pageBridge().chooseFiles('backup'), {
    after: ([file]) => {
      if (file !== undefined) onChoose(file);
    },
  });
  const failure = failureIn(candidates);
  const rows = (candidates.data ?? []).slice(0, shownBackups);
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} />}
      {rows.length > 0 && (
        <PlainTable
          rows={rows}
          keyOf={({ fileToken }) => fileToken}
          columns={[
            [t('restore.madeAt'), ({ madeAt, name }) => (madeAt === null ? name : <Moment at={madeAt} />)],
            [
              t('restore.orders'),
              ({ orders }) => (orders === null ? t('restore.unknown') : formatCount(orders)),
              'count',
            ],
            [
              t('restore.look'),
              (row) => (
                <Button size="small" onPress={() => onChoose(row)}>
                  {t('restore.look')}
                </Button>
              ),
              'act',
            ],
          ]}
        />
      )}
      {candidates.isSuccess && rows.length === 0 && <p>{t('restore.none')}</p>}
      <div>
        <Button icon="file" look={rows.length === 0 ? 'primary' : 'plain'} {...choose.press()}>
          {t('restore.choose')}
        </Button>
      </div>
    </>
  );
}
