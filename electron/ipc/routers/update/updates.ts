import { basename } from 'node:path';
import { checkUpdates, takeFile } from '../../../usecases/updates/checkUpdates.ts';
import { downloadUpdate } from '../../../usecases/updates/download.ts';
import { installUpdate, noteNewsSeen } from '../../../usecases/updates/install.ts';
import { changeUpdateSettings } from '../../../usecases/updates/updateSettings.ts';
import { noteTold, readUpdates } from '../../../usecases/updates/updatesView.ts';
import { does, doesThen, onWorkspace, unwrap } from '../../gate.ts';
import { pathOf } from '../../pageFiles.ts';
import { streamWork } from '../../progress.ts';

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
  install: does(installUpdate, ({ isReady, version, open, backup }) => ({
    isReady,
    version,
    open,
    backupName: basename(backup?.file ?? ''),
  })),
  told: noteTold,
  seen: doesThen(noteNewsSeen, readUpdates),
});

export const updatesRouters = { updates: updatesRouter };
