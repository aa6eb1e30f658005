import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { DoorWebhook } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { doorStateOf, readDoorPort, scopesOf, tokenState } from './tokens.ts';
import { eventsOf } from './webhooks.ts';

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
    webhooks: await Promise.all(
      (await workspace.store.read.door.webhooks()).map((webhook) => shownWebhook(workspace, webhook)),
    ),
  };
}

/** Of its address the host, of its key nothing. */
async function shownWebhook(
  { store }: Workspace,
  webhook: DoorWebhook,
): Promise<DoorView['webhooks'][number]> {
  const { id, name, target, failingSince, errorCode, errorParamsJson, sentAt } = webhook;
  return {
    webhookId: id,
    name,
    target,
    events: eventsOf(webhook),
    failing:
      failingSince === null
        ? null
        : { since: failingSince, code: errorCode, params: errorParamsOf(errorParamsJson) },
    sentAt,
    ...(await store.read.door.deliveryCounts(id)),
  };
}

const mostDead = 100;

export async function readDeadEvents({ store }: Workspace, { webhookId }: { readonly webhookId: string }) {
  const dead = await store.read.door.dead(webhookId, mostDead);
  return {
    events: dead.map(({ no, at, type, orderNo, refusedCode }) => ({
      no,
      at,
      type,
      orderNo,
      code: refusedCode,
    })),
  };
}
