import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { doorScopes } from '../../../shared/domain/door.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Another program has it. */
const takenPort = 47_801;

/** The door open, with a token in use and one that has expired; closed and without any in a new workspace. */
export function pageDoor(os: Os, { fail, tell, now, options }: PageWorld) {
  let view: DoorView = options.isFresh
    ? { port: null, state: 'closed', tokens: [], webhooks: [] }
    : {
        port: 47_800,
        state: 'open',
        tokens: [
          {
            tokenId: 't2',
            name: '样例 ERP',
            scopes: ['orders:write', 'orders:read', 'labels:read'],
            state: 'inUse',
            createdAt: now() - 40 * dayMs,
            createdBy: '',
            expiresAt: now() + 325 * dayMs,
            usedAt: now() - 60_000,
          },
          {
            tokenId: 't1',
            name: '旧报表',
            scopes: ['orders:read'],
            state: 'expired',
            createdAt: now() - 400 * dayMs,
            createdBy: '',
            expiresAt: now() - 35 * dayMs,
            usedAt: null,
          },
        ],
        webhooks: [
          {
            webhookId: 'w1',
            name: '样例 ERP',
            target: 'erp.example',
            events: ['booking.booked', 'label.printed', 'parcel.handed-over'],
            failing: {
              since: now() - 3_600_000,
              code: 'WEBHOOK_REFUSED',
              params: { host: 'erp.example', reply: '503' },
            },
            sentAt: now() - 3_700_000,
            waiting: 12,
            dead: 2,
          },
        ],
      };
  const set = (change: Partial<DoorView>): DoorView => {
    view = { ...view, ...change };
    tell('door');
    return view;
  };
  const change = (webhookId: string, change: Partial<DoorView['webhooks'][number]>) =>
    set({
      webhooks: view.webhooks.map((one) => (one.webhookId === webhookId ? { ...one, ...change } : one)),
    });
  return {
    get: os.door.get.handler(() => view),
    set: os.door.set.handler(({ input: { port } }) =>
      set({ port, state: port === null ? 'closed' : port === takenPort ? 'taken' : 'open' }),
    ),
    addToken: os.door.addToken.handler(({ input: { name, scopes, days } }) => {
      if (view.tokens.some((one) => one.name === name && one.state === 'inUse')) fail('DOOR_TOKEN_NAME');
      const token = {
        tokenId: `t${view.tokens.length + 1}`,
        name,
        scopes: doorScopes.filter((scope) => scopes.includes(scope)),
        state: 'inUse' as const,
        createdAt: now(),
        createdBy: '',
        expiresAt: now() + days * dayMs,
        usedAt: null,
      };
      set({ tokens: [token, ...view.tokens] });
      return { token: `sd_01EXAMPLE_${'0123456789abcdef'.repeat(4)}`, view };
    }),
    revokeToken: os.door.revokeToken.handler(({ input: { tokenId } }) =>
      set({
        tokens: view.tokens.map((one) => (one.tokenId === tokenId ? { ...one, state: 'revoked' } : one)),
      }),
    ),
    addWebhook: os.door.addWebhook.handler(({ input: { name, url, events } }) => {
      if (!/^https:|^http:\/\/127\.0\.0\.1/.test(url)) fail('WEBHOOK_ADDRESS');
      const fresh = { failing: null, sentAt: null, waiting: 0, dead: 0 };
      const webhookId = `w${view.webhooks.length + 1}`;
      set({ webhooks: [...view.webhooks, { webhookId, name, target: new URL(url).host, events, ...fresh }] });
      return { key: `whsec_${'0123456789abcdef'.repeat(4)}`, view };
    }),
    removeWebhook: os.door.removeWebhook.handler(({ input: { webhookId } }) =>
      set({ webhooks: view.webhooks.filter((one) => one.webhookId !== webhookId) }),
    ),
    testWebhook: os.door.testWebhook.handler(({ input: { webhookId } }) => {
      const failing = view.webhooks.find((one) => one.webhookId === webhookId)?.failing;
      if (failing) fail('WEBHOOK_REFUSED', failing.params);
      return change(webhookId, { sentAt: now() });
    }),
    deadEvents: os.door.deadEvents.handler(() => ({
      events: [12, 11].map((no) => ({
        no,
        at: now() - 26 * 3_600_000,
        type: 'booking.booked' as const,
        orderNo: `A${no}`,
        code: 'WEBHOOK_REFUSED',
      })),
    })),
    replayDead: os.door.replayDead.handler(({ input: { webhookId } }) =>
      change(webhookId, { dead: 0, failing: null }),
    ),
  };
}
