import type { KeyObject } from 'node:crypto';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import { readSealedState, type SealedState, writeSealedState } from '../../vault/sealedState.ts';
import { isDiskTrouble } from '../backup/backUpDatabase.ts';
import type { Repositories, SealHook } from '../store.ts';

interface SealPlace {
  readonly folder: string;
  readonly workspaceId: string;
  /** The key of the purpose `sealed state`. */
  readonly key: KeyObject;
  readonly clock: Pick<Clock, 'now'>;
}

/** The sealed state on disk; null: there is none. */
export type FoundSeal = Outcome<SealedState> | null;

/**
 * Keeps the sealed file beside the database up to date: its revision is counted up in the transaction that changes what is
 * sealed, and it is written after the commit. So a crash in between leaves the file behind by what the database knows to be
 * on disk, and by nothing else.
 */
export function openSeal(place: SealPlace): { readonly found: FoundSeal; readonly hook: SealHook } {
  const found = readSealedState(place.folder, place.key, place.workspaceId);
  return { found, hook: keepSeal(place, found?.ok === true ? found.value.revision : 0) };
}

/** The newest revision of any bench; null: nothing was ever sealed. What a bench has on its own disk may be behind it. */
export async function sealRevision({ settings }: Pick<Repositories, 'settings'>): Promise<number | null> {
  const [seal, newest] = await Promise.all([settings.get('seal'), settings.get('sealRevision')]);
  const own = seal?.revision ?? null;
  return own === null || newest === null ? (newest ?? own) : Math.max(own, newest);
}

function keepSeal(place: SealPlace, revisionOnDisk: number): SealHook {
  let onDisk = revisionOnDisk;
  return async (write) => {
    const revision = Math.max((await sealRevision(write)) ?? 0, onDisk) + 1;
    const [state] = await Promise.all([
      sealedStateOf(write, { ...place, revision }),
      write.settings.put('seal', { revision, onDisk }),
      write.settings.put('sealRevision', revision),
    ]);
    return () => {
      // Two that were committed shortly after each other: the newer one says it all.
      if (revision <= onDisk) return;
      try {
        writeSealedState(place.folder, state, place.key);
        onDisk = revision;
      } catch (error) {
        // What was done is done. The next one writes it as well, and until then the database knows how far the file is behind.
        if (!isDiskTrouble(error)) throw error;
      }
    };
  };
}

/** What the database says of all that is sealed. */
export async function sealedStateOf(
  { operators, operatorActs, settings }: Repositories,
  { workspaceId, clock, revision }: Pick<SealPlace, 'workspaceId' | 'clock'> & { readonly revision: number },
): Promise<SealedState> {
  const [rescue, last, active, deskTries] = await Promise.all([
    settings.get('rescueCode'),
    operatorActs.last(),
    operators.active(),
    operators.tries(),
  ]);
  return {
    workspaceId,
    revision,
    at: clock.now(),
    operators: active.map((one) => ({
      id: one.id,
      name: one.name,
      role: one.role,
      pin: { salt: one.pinSalt, hash: one.pinHash },
      tries: { wrongTries: one.wrongPins, triedAt: one.triedAt, since: one.wrongSince },
      createdAt: one.createdAt,
    })),
    deskTries,
    rescue,
    acts: { no: last?.no ?? 0, chain: last?.chain ?? '' },
  };
}
