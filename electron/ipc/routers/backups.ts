import { backupsContracts } from '../../../shared/contracts/backups.ts';
import { listBackups } from '../../usecases/backups/list.ts';
import { changeBackupPlan, chooseSecondPlace, readBackups } from '../../usecases/backups/plan.ts';
import { backUpByHand } from '../../usecases/workspace/backup.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Call, does, gateOf, unwrap } from '../gate.ts';
import { pathOf, writesFile, writtenFiles } from '../pageFiles.ts';

const { onWorkspace } = gateOf(backupsContracts);

const view = (workspace: Workspace, { session }: Call) => readBackups(workspace, session.knowledge.backups);

const backupsRouter = onWorkspace('backups', {
  get: (workspace, _, call) => view(workspace, call),
  async list(workspace, _, call) {
    const rows = await listBackups(workspace);
    const newest = rows.find(({ place }) => place === 'own');
    const [handed] = newest === undefined ? [] : await writtenFiles(call, [newest.file]);
    return { rows, newest: handed ?? null };
  },
  async set(workspace, input, call) {
    unwrap(await changeBackupPlan(workspace, input));
    call.session.tryBackupsAgain();
    return view(workspace, call);
  },
  async setSecond(workspace, { folderToken }, call) {
    const folder = folderToken === null ? null : await pathOf(call, folderToken, 'backup-folder');
    unwrap(await chooseSecondPlace(workspace, folder));
    call.session.tryBackupsAgain();
    return view(workspace, call);
  },
  make: writesFile(
    does(
      (workspace: Workspace) => backUpByHand(workspace, undefined),
      ({ file: path, header, isBoundToMachine }) => ({
        path,
        orders: header.orders,
        isBoundToMachine,
      }),
    ),
  ),
});

export const backupsRouters = { backups: backupsRouter };
