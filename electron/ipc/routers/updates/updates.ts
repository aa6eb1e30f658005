import { basename } from 'node:path';
import { updatesContracts } from '../../../../shared/contracts/updates/updates.ts';
import { failure } from '../../../../shared/errors/outcome.ts';
import { checkUpdates, takeFile } from '../../../usecases/updates/checkUpdates.ts';
import { downloadUpdate } from '../../../usecases/updates/download.ts';
import { installUpdate, noteNewsSeen } from '../../../usecases/updates/install.ts';
import { changeUpdateSettings } from '../../../usecases/updates/updateSettings.ts';
import { noteShown, readUpdates } from '../../../usecases/updates/updatesView.ts';
import { doesThen, gateOf, refuse, unwrap } from '../../gate.ts';
import { pathOf } from '../../pageFiles.ts';
import { streamWork } from '../../progress.ts';

const { onWorkspace } = gateOf(updatesContracts);

interface Progress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

const updatesRouter = onWorkspace('updates', {
  get: readUpdates,
  set: doesThen(changeUpdateSettings, readUpdates),
  check: doesThen(checkUpdates, readUpdates),
  async takeFile(workspace, { fileToken }, call) {
    unwrap(await takeFile(workspace, await pathOf(call, fileToken, 'update')));
    return readUpdates(workspace);
  },
  download: (workspace, _, { signal }) =>
    streamWork(async (report: (progress: Progress) => void) => {
      unwrap(await downloadUpdate(workspace, { report, ...(signal === undefined ? {} : { signal }) }));
      return { isReady: true };
    }),
  async install(workspace, _, { session }) {
    refuse(session.isBusy ? failure('UPDATE_WORK_RUNNING') : null);
    const { isReady, version, open, backup } = unwrap(await installUpdate(workspace));
    return { isReady, version, open, backupName: basename(backup?.file ?? '') };
  },
  markShown: noteShown,
  closeNews: doesThen(noteNewsSeen, readUpdates),
});

export const updatesRouters = { updates: updatesRouter };
