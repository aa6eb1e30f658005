import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PushView } from '../../../shared/contracts/pushes.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Two accounts, one of which pushes; a folder and a relay as they are set. */
export function pagePushes(os: Os, { fail, tell, now }: PageWorld) {
  let view: PushView = {
    folderName: null,
    accounts: [
      { accountId: 'a1', accountName: '快递鸟', canPush: true, folderName: '快递鸟' },
      { accountId: 'a2', accountName: '练习账号', canPush: false, folderName: '练习账号' },
    ],
    relays: [],
    last: [],
  };
  const set = (change: Partial<PushView>): PushView => {
    view = { ...view, ...change };
    tell('settings');
    return view;
  };
  return {
    get: os.pushes.get.handler(() => view),
    setFolder: os.pushes.setFolder.handler(({ input }) =>
      set({ folderName: input.folderToken === null ? null : 'pushes' }),
    ),
    setRelay: os.pushes.setRelay.handler(({ input }) => {
      if (!input.url.startsWith('https://')) fail('RELAY_ADDRESS_INVALID');
      const { accountId, url, callbackUrl } = input;
      const accountName = view.accounts.find((one) => one.accountId === accountId)?.accountName ?? '';
      const asked = { askedAt: now(), code: '', failures: 0, nextAt: now() + 30_000 };
      const others = view.relays.filter((relay) => relay.accountId !== accountId);
      return set({ relays: [...others, { accountId, accountName, url, callbackUrl, ...asked }] });
    }),
    removeRelay: os.pushes.removeRelay.handler(({ input }) =>
      set({ relays: view.relays.filter(({ accountId }) => accountId !== input.accountId) }),
    ),
    askRelay: os.pushes.askRelay.handler(({ input }) => {
      const relay = view.relays.find(({ accountId }) => accountId === input.accountId);
      if (relay === undefined) fail('RELAY_NONE');
      const came = { at: now(), accountName: '快递鸟', channel: 'relay', code: '' } as const;
      set({ last: [{ ...came, updated: 3, ignored: 1, pickups: 0, cod: 0 }, ...view.last] });
      return { taken: 1 };
    }),
  };
}
