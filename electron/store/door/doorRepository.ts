import type { Kysely } from 'kysely';
import type { DeliveryState } from '../../../shared/domain/door.ts';
import { tableOf } from '../database/table.ts';
import type { DoorAnswer, DoorToken, DoorWebhook, Schema, StoredDoorEvent } from '../schema.ts';

/** Who may knock at the automation door, and what was answered to calls with a key. */
export function createDoorRepository(db: Kysely<Schema>) {
  const tokens = tableOf(db, 'doorTokens');
  const answers = tableOf(db, 'doorAnswers');
  return {
    addToken: (row: DoorToken) => tokens.insert(row),
    token: (id: string) => tokens.row({ id }),
    tokens: () => tokens.rows().orderBy('createdAt', 'desc').execute(),
    noteUse: (id: string, usedAt: number) => tokens.update({ id }, { usedAt }),
    revoke: (id: string, revokedAt: number) => tokens.update({ id, revokedAt: null }, { revokedAt }),

    answer: (tokenId: string, callKey: string) => answers.row({ tokenId, callKey }),
    keepAnswer: (row: DoorAnswer) => answers.insertIfNew(row),
    async removeAnswersBefore(at: number): Promise<void> {
      await db.deleteFrom('doorAnswers').where('at', '<', at).execute();
    },
    ...eventAccess(db),
    ...webhookAccess(db),
  };
}

/** What happened, in the order it became true. */
function eventAccess(db: Kysely<Schema>) {
  const events = tableOf(db, 'doorEvents');
  return {
    eventsAfter: (no: number, limit: number) =>
      events.rows().where('no', '>', no).orderBy('no').limit(limit).execute(),
    lastEventNo: async (): Promise<number> =>
      (await events.rows().select('no').orderBy('no', 'desc').limit(1).executeTakeFirst())?.no ?? 0,
    /** But for what a webhook still waits for. */
    async forgetEventsBefore(at: number): Promise<void> {
      await db
        .deleteFrom('doorEvents')
        .where('at', '<', at)
        .where('no', 'not in', (select) => select.selectFrom('doorDeliveries').select('eventNo'))
        .execute();
    },
  };
}

/** Addresses that events are posted to, and what waits for each. */
function webhookAccess(db: Kysely<Schema>) {
  const webhooks = tableOf(db, 'doorWebhooks');
  const deliveries = tableOf(db, 'doorDeliveries');
  const queued = (webhookId: string, state: DeliveryState) =>
    db
      .selectFrom('doorDeliveries')
      .innerJoin('doorEvents', 'doorEvents.no', 'doorDeliveries.eventNo')
      .where('doorDeliveries.webhookId', '=', webhookId)
      .where('doorDeliveries.state', '=', state);
  return {
    addWebhook: (row: DoorWebhook) => webhooks.insert(row),
    webhook: (id: string) => webhooks.row({ id }),
    webhooks: () => webhooks.rows().orderBy('createdAt').orderBy('id').execute(),
    noteWebhook: (id: string, changes: Partial<DoorWebhook>) => webhooks.update({ id }, changes),
    async removeWebhook(id: string): Promise<void> {
      await db.deleteFrom('doorDeliveries').where('webhookId', '=', id).execute();
      await webhooks.remove({ id });
    },

    /** The oldest first. */
    waiting: (webhookId: string, limit: number): Promise<StoredDoorEvent[]> =>
      queued(webhookId, 'waiting')
        .selectAll('doorEvents')
        .orderBy('doorDeliveries.eventNo')
        .limit(limit)
        .execute(),
    /** Given up, the newest first, with why. */
    dead: (webhookId: string, limit: number) =>
      queued(webhookId, 'dead')
        .selectAll('doorEvents')
        .select('doorDeliveries.code as refusedCode')
        .orderBy('doorDeliveries.eventNo', 'desc')
        .limit(limit)
        .execute(),
    deliveryCounts: async (webhookId: string) => ({
      waiting: await deliveries.count({ webhookId, state: 'waiting' }),
      dead: await deliveries.count({ webhookId, state: 'dead' }),
    }),
    async arrived(webhookId: string, eventNos: readonly number[]): Promise<void> {
      await db
        .deleteFrom('doorDeliveries')
        .where('webhookId', '=', webhookId)
        .where('state', '=', 'waiting')
        .where('eventNo', 'in', eventNos)
        .execute();
    },
    /** What waits since before then. */
    async giveUp(webhookId: string, before: number, code: string): Promise<void> {
      await db
        .updateTable('doorDeliveries')
        .set({ state: 'dead', code })
        .where('webhookId', '=', webhookId)
        .where('state', '=', 'waiting')
        .where('eventNo', 'in', (select) =>
          select.selectFrom('doorEvents').select('no').where('at', '<=', before),
        )
        .execute();
    },
    replay: (webhookId: string) =>
      deliveries.update({ webhookId, state: 'dead' }, { state: 'waiting', code: '' }),
  };
}
