import { readDoorView } from '../../../usecases/door/doorView.ts';
import { addToken, revokeToken, setDoor } from '../../../usecases/door/tokens.ts';
import { onWorkspace, unwrap } from '../../gate.ts';

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
});

export const doorRouters = { door: doorRouter };
