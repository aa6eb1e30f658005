import { basename } from 'node:path';
import type { PushView } from '../../../../shared/contracts/pushes.ts';
import { platformById } from '../../../carriers/kit/carrierPlatform.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { folderNameOf } from './pushRounds.ts';

/** Messages shown. */
const shownPushes = 20;

/** How pushed news reaches this computer, and what came last. */
export async function readPushView({ store, platforms }: Workspace): Promise<PushView> {
  const { read } = store;
  const folder = await read.settings.get('pushFolder');
  const accounts = await read.accounts.all();
  const names = await read.accounts.names();
  const nameOf = (accountId: string) => names.get(accountId) ?? '';
  const relays = await read.pushes.relays();
  const last = await read.pushes.last(shownPushes);
  return {
    folderName: folder === null ? null : basename(folder),
    accounts: accounts.map(({ id, name, platform }) => ({
      accountId: id,
      accountName: name,
      canPush: platformById(platforms, platform)?.readPush !== undefined,
      folderName: folderNameOf(name),
    })),
    relays: relays.map(({ sealedToken: _, place: __, createdAt: ___, ...relay }) => ({
      ...relay,
      accountName: nameOf(relay.accountId),
    })),
    last: last.map(({ id: _, ...push }) => ({ ...push, accountName: nameOf(push.accountId) })),
  };
}
