import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedBackupRow } from '../../../shared/contracts/backups.ts';
import { ask } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { formatCount } from '../../parts/format.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { Moment } from '../../work/Moment.tsx';

const megabyte = 1_000_000;

/** The backups there are, the newest first. */
export function BackupList() {
  const { t } = useTranslation();
  const listed = useQuery(ask.backups.list.queryOptions()).data;
  if (listed === undefined) return null;
  const { rows, newest } = listed;
  const size = ({ bytes }: ListedBackupRow) =>
    t('backups.megabytes', { size: formatCount(Math.max(0.1, Math.round((bytes / megabyte) * 10) / 10)) });
  return (
    <>
      <div className="line">
        <h3 className="grow">{t('backups.list')}</h3>
        {newest !== null && (
          <Button size="small" onPress={() => void pageBridge().showFile(newest.fileToken)}>
            {t('backups.openFolder')}
          </Button>
        )}
      </div>
      <div className="panel panel-pad">
        {rows.length === 0 ? (
          <EmptyState icon="backup" title={t('backups.empty')}>
            <p>{t('backups.emptyNote')}</p>
          </EmptyState>
        ) : (
          <PlainTable
            rows={rows}
            keyOf={({ place, name }) => `${place} ${name}`}
            columns={[
              [
                t('backups.col.at'),
                ({ madeAt }) => (madeAt === null ? t('backups.unknownAt') : <Moment at={madeAt} />),
              ],
              [
                t('backups.col.orders'),
                ({ orders }) => (orders === null ? '' : formatCount(orders)),
                'count',
              ],
              [t('backups.col.size'), size, 'count'],
              [t('backups.col.place'), ({ place }) => t(`backups.place.${place}`)],
              [t('backups.col.by'), ({ madeBy }) => t(`backups.by.${madeBy}`)],
              [
                t('backups.col.state'),
                ({ isProven }) => (
                  <StateMark
                    tone={isProven ? 'done' : 'failed'}
                    label={t(isProven ? 'backups.proven' : 'backups.damaged')}
                  />
                ),
              ],
            ]}
          />
        )}
      </div>
    </>
  );
}
