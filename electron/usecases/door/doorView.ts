import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { doorStateOf, readDoorPort, scopesOf, tokenState } from './tokens.ts';

/** The automation door as Settings show it; of a token's secret nothing. */
export async function readDoorView(workspace: Workspace): Promise<DoorView> {
  const now = workspace.clock.now();
  const tokens = await workspace.store.read.door.tokens();
  return {
    port: await readDoorPort(workspace),
    state: doorStateOf(workspace),
    tokens: tokens.map((token) => ({
      tokenId: token.id,
      name: token.name,
      scopes: scopesOf(token),
      state: tokenState(token, now),
      createdAt: token.createdAt,
      createdBy: token.createdBy,
      expiresAt: token.expiresAt,
      usedAt: token.usedAt,
    })),
  };
}
