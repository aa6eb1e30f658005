import type { implement } from '@orpc/server';
import type { BackupsView, ListedBackupRow } from '../../../shared/contracts/backups.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import { usualAlarmDays } from '../../../shared/rules/backupAge.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const away = { code: 'BACKUP_PLACE_AWAY', params: { folder: '/media/备份盘' } };

/** How the backups stand on the page's double. */
export function sampleBackups(
  { isFresh, backup }: Pick<PageCoreOptions, 'isFresh' | 'backup'>,
  now: number,
): BackupsView {
  const isOld = backup === 'old';
  return {
    isScheduled: true,
    alarmDays: usualAlarmDays.scheduled,
    lastBackupAt: isFresh ? null : now - (isOld ? 73 : 2) * hourMs,
    standing: isFresh ? 'none' : isOld ? 'old' : backup === 'failing' ? 'failing' : 'fine',
    ...(backup === 'failing'
      ? { failing: { code: 'BACKUP_NOT_WRITABLE', params: { file: '/data/backups' } } }
      : {}),
    second: backup === 'away' ? { folderName: '备份盘', copiedAt: now - 26 * hourMs, failing: away } : null,
    isBoundToMachine: backup === 'bound',
  };
}

const listed = (backups: BackupsView, now: number): ListedBackupRow[] =>
  backups.lastBackupAt === null
    ? []
    : [2, 5, 27, 51].map((hours, no) => ({
        name: `auto-ABCDEF-${no}.sdbackup`,
        place: no === 2 && backups.second !== null ? 'second' : 'own',
        madeBy: no === 1 ? 'person' : 'schedule',
        madeAt: no === 3 ? null : now - hours * hourMs,
        orders: no === 3 ? null : 600 - no,
        bytes: 4_800_000 - no * 1000,
        isProven: no !== 3,
      }));

/** Backups of the page's double: nothing is written. */
export function pageBackups(os: Os, { own, orders, now, tell }: PageWorld) {
  const change = (patch: Partial<BackupsView>): BackupsView => {
    own.backups = { ...own.backups, ...patch };
    tell('backups', 'status');
    return own.backups;
  };
  return {
    get: os.backups.get.handler(() => own.backups),
    list: os.backups.list.handler(() => {
      const rows = listed(own.backups, now());
      const [newest] = rows.map(({ name }) => ({ fileToken: `/backups/${name}`, name }));
      return { rows, newest: newest ?? null };
    }),
    set: os.backups.set.handler(({ input }) => change(input as Partial<BackupsView>)),
    setSecond: os.backups.setSecond.handler(({ input: { folderToken } }) =>
      change({ second: folderToken === null ? null : { folderName: '备份盘', copiedAt: null } }),
    ),
    make: os.backups.make.handler(() => {
      const { isBoundToMachine } = change({ lastBackupAt: now(), standing: 'fine' });
      return {
        fileToken: '/backups/shipdesk-1',
        name: 'shipdesk-1.sdbackup',
        orders: orders.length,
        isBoundToMachine,
      };
    }),
  };
}
