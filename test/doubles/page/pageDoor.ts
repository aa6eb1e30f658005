import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { doorScopes } from '../../../shared/domain/door.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const dayMs = 86_400_000;
/** Another program has it. */
const takenPort = 47_801;

/** The door open, with a token in use and one that has expired; closed and without any in a new workspace. */
export function pageDoor(os: Os, { fail, tell, now, options }: PageWorld) {
  let view: DoorView = options.isFresh
    ? { port: null, state: 'closed', tokens: [] }
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
      };
  const set = (change: Partial<DoorView>): DoorView => {
    view = { ...view, ...change };
    tell('door');
    return view;
  };
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
  };
}
