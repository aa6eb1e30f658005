import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type DoorEventType, doorEventTypes } from '../../../shared/domain/door.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readWebAddress } from '../../platform/webAddress.ts';
import { storedJson } from '../../store/database/storedJson.ts';
import type { DoorWebhook } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

/** The most that one workspace has: each event is posted to each of them. */
const mostWebhooks = 10;

/** Sealed where it is stored. */
export const webhookFieldsJson = storedJson(
  'door_webhooks.sealed_fields',
  z.object({ url: z.string(), key: z.string() }),
);

export const eventsOf = ({ events }: DoorWebhook): DoorEventType[] =>
  doorEventTypes.filter((type) => events.split(' ').includes(type));

interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly events: readonly DoorEventType[];
}

interface AddedWebhook {
  readonly row: DoorWebhook;
  /** Signs what is posted; shown only this once. */
  readonly key: string;
}

/** Registers an address: from then on every event of these types is posted to it. */
export async function addWebhook(
  workspace: Workspace,
  { name, url, events }: NewWebhook,
): Promise<Outcome<AddedWebhook>> {
  const { clock, nextId, secretBox, actor } = workspace;
  const address = webhookAddress(url);
  if (address === null) return failure('WEBHOOK_ADDRESS');
  const key = `whsec_${randomBytes(32).toString('hex')}`;
  const id = nextId();
  const row: DoorWebhook = {
    id,
    name: name.trim(),
    target: address.host,
    sealedFields: secretBox.seal(webhookFieldsJson.write({ url: address.href, key }), id),
    events: doorEventTypes.filter((type) => events.includes(type)).join(' '),
    createdAt: clock.now(),
    createdBy: actor.name,
    failures: 0,
    nextAt: 0,
    failingSince: null,
    errorCode: '',
    errorParamsJson: '{}',
    sentAt: null,
  };
  return tryChange(workspace, ['door', 'operators'], async (write): Promise<Outcome<AddedWebhook>> => {
    const others = await write.door.webhooks();
    if (row.name === '' || others.some((one) => one.name === row.name)) return failure('WEBHOOK_NAME');
    if (others.length >= mostWebhooks) return failure('WEBHOOK_TOO_MANY', { most: mostWebhooks });
    await write.door.addWebhook(row);
    await recordAct(workspace, write, { kind: 'webhook-added', what: `${row.name} ${row.target}` });
    return done({ row, key });
  });
}

/** Encrypted, or on this computer; null: neither. */
function webhookAddress(typed: string): URL | null {
  const url = readWebAddress(typed.trim());
  if (url === null || url.username !== '' || url.password !== '') return null;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null;
}

export async function findWebhook({ store }: Workspace, named: string): Promise<Outcome<DoorWebhook>> {
  const found = (await store.read.door.webhooks()).find(({ id, name }) => id === named || name === named);
  return found === undefined ? failure('WEBHOOK_NOT_FOUND') : done(found);
}

/** With what waits for it. */
export async function removeWebhook(workspace: Workspace, id: string): Promise<Outcome<DoorWebhook>> {
  return tryChange(workspace, ['door', 'operators'], async (write): Promise<Outcome<DoorWebhook>> => {
    const row = await write.door.webhook(id);
    if (row === undefined) return failure('WEBHOOK_NOT_FOUND');
    await write.door.removeWebhook(id);
    await recordAct(workspace, write, { kind: 'webhook-removed', what: row.name });
    return done(row);
  });
}

/** What was given up is posted again, at once, in its order and with the numbers it had; how many. */
export async function replayDead(workspace: Workspace, id: string): Promise<Outcome<number>> {
  return tryChange(workspace, ['door', 'operators'], async (write): Promise<Outcome<number>> => {
    const row = await write.door.webhook(id);
    if (row === undefined) return failure('WEBHOOK_NOT_FOUND');
    const { dead } = await write.door.deliveryCounts(id);
    await write.door.replay(id);
    await write.door.noteWebhook(id, { nextAt: 0, failures: 0, failingSince: null });
    await recordAct(workspace, write, { kind: 'webhook-replayed', what: `${row.name} ${dead}` });
    return done(dead);
  });
}
