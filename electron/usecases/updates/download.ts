import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type DownloadOptions, fetchInto } from '../../updates/fetchInto.ts';
import { isReady } from '../../updates/installers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placeInFeed, readFeed } from './checkUpdates.ts';
import { readTrustedOffer } from './offer.ts';
import { alone } from './turns.ts';

/** Fetches the offered version; what is here already is not fetched again. */
export function downloadUpdate(workspace: Workspace, options: DownloadOptions): Promise<Outcome<null>> {
  return alone(workspace, async () => {
    const offer = readTrustedOffer(workspace);
    if (!offer.ok) return offer;
    const { file } = offer.value;
    if (isReady(workspace, file)) return done(null);
    const { address } = await readFeed(workspace);
    if (address === null) return failure('UPDATE_ADDRESS_MISSING');
    const place = placeInFeed(address, file.name);
    if (!place.ok) return place;
    const fetched = await fetchInto(workspace, place.value, file, options);
    workspace.changed('updates');
    return fetched;
  });
}
