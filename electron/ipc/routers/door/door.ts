import { doorContracts } from '../../../../shared/contracts/door/doorSettings.ts';
import { testWebhook } from '../../../usecases/door/deliver.ts';
import { readDeadEvents, readDoorView } from '../../../usecases/door/doorView.ts';
import { addToken, revokeToken, setDoor } from '../../../usecases/door/tokens.ts';
import { addWebhook, removeWebhook, replayDead } from '../../../usecases/door/webhooks.ts';
import { gateOf, unwrap } from '../../gate.ts';

const { onWorkspace } = gateOf(doorContracts);

const doorRouter = onWorkspace('door', {
  get: readDoorView,
  async set(workspace, { port }) {
    await setDoor(workspace, port);
    return readDoorView(workspace);
  },
  async addToken(workspace, wanted) {
    const { token } = unwrap(await addToken(workspace, wanted));
    return { token, view: await readDoorView(workspace) };
  },
  async revokeToken(workspace, { tokenId }) {
    unwrap(await revokeToken(workspace, tokenId));
    return readDoorView(workspace);
  },
  async addWebhook(workspace, wanted) {
    const { key } = unwrap(await addWebhook(workspace, wanted));
    return { key, view: await readDoorView(workspace) };
  },
  async removeWebhook(workspace, { webhookId }) {
    unwrap(await removeWebhook(workspace, webhookId));
    return readDoorView(workspace);
  },
  async testWebhook(workspace, { webhookId }) {
    unwrap(await testWebhook(workspace, webhookId));
    return readDoorView(workspace);
  },
  deadEvents: readDeadEvents,
  async replayDead(workspace, { webhookId }) {
    unwrap(await replayDead(workspace, webhookId));
    return readDoorView(workspace);
  },
});

export const doorRouters = { door: doorRouter };
