import { pushesContracts } from '../../../shared/contracts/pushes.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { recordAct } from '../../usecases/operators/acts.ts';
import { askRelay, removeRelay, setRelay } from '../../usecases/tracking/pushes/relays.ts';
import { readPushView } from '../../usecases/tracking/pushes/view.ts';
import { change } from '../../usecases/workspace/workspace.ts';
import { gateOf, unwrap } from '../gate.ts';
import { pathOf } from '../pageFiles.ts';

const { onWorkspace } = gateOf(pushesContracts);

const pushesRouter = onWorkspace('pushes', {
  get: readPushView,
  async setFolder(workspace, { folderToken }, call) {
    const folder = folderToken === null ? null : await pathOf(call, folderToken, 'watch');
    await change(workspace, ['settings'], async (write) => {
      await write.settings.put('pushFolder', folder);
      await recordAct(workspace, write, { kind: 'settings-changed', what: 'pushFolder' });
    });
    return readPushView(workspace);
  },
  async setRelay(workspace, setting) {
    unwrap(await setRelay(workspace, setting));
    return readPushView(workspace);
  },
  async removeRelay(workspace, { accountId }) {
    unwrap(await removeRelay(workspace, accountId));
    return readPushView(workspace);
  },
  async askRelay(workspace, { accountId }, { signal }) {
    const relay = await workspace.store.read.pushes.relayOf(accountId);
    return unwrap(relay === undefined ? failure('RELAY_NONE') : await askRelay(workspace, relay, signal));
  },
});

export const pushesRouters = { pushes: pushesRouter };
