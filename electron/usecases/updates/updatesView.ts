import { basename } from 'node:path';
import type { UpdatesView } from '../../../shared/contracts/updates/updates.ts';
import { readMemory, remember } from '../../updates/updateFolder.ts';
import { productVersion } from '../workspace/productVersion.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readFeed } from './checkUpdates.ts';
import { readUpdateNews } from './install.ts';
import { readOfferState } from './offer.ts';
import { updatable } from './releases.ts';
import { isBusy } from './turns.ts';

/** Everything Settings shows. What another process may have changed is read again. */
export async function readUpdates(workspace: Workspace): Promise<UpdatesView> {
  const { program } = workspace;
  const can = updatable(program);
  const settings = await workspace.store.read.settings.get('updates');
  const { checkedAt, failing, told } = readMemory(workspace);
  const { address } = await readFeed(workspace);
  const offer = can.ok ? readOfferState(workspace) : null;
  // While one is being installed nothing is known of it yet.
  const news = isBusy(workspace) ? null : readUpdateNews(workspace);
  const word = wordOf(news, offer);
  return {
    version: program?.version ?? productVersion,
    form: program?.form?.form ?? null,
    refusal: can.ok ? '' : can.code,
    settings,
    hasAddress: address !== null,
    checkedAt,
    failing,
    offer:
      offer === null
        ? null
        : {
            ...offer.release,
            bytes: offer.file.bytes,
            doneBytes: offer.doneBytes,
            state: offer.state,
          },
    news:
      news === null
        ? null
        : { ...news, backupName: basename(news.backup), wayBackName: basename(news.wayBack ?? '') },
    isUnshown: word !== '' && word !== told,
  };
}

/** What a person is shown once; empty: nothing. */
function wordOf(
  news: { readonly to: string; readonly isDone: boolean } | null,
  offer: { readonly state: string; readonly release: { readonly version: string } } | null,
): string {
  if (news !== null) return `${news.isDone ? 'installed' : 'not installed'} ${news.to}`;
  return offer === null || offer.state === 'later' ? '' : `offered ${offer.release.version}`;
}

export async function noteShown(workspace: Workspace): Promise<UpdatesView> {
  const news = readUpdateNews(workspace);
  remember(workspace, { told: wordOf(news, news === null ? readOfferState(workspace) : null) });
  return readUpdates(workspace);
}
