import type { OfferState } from '../../../shared/domain/updates/release.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { isReady, partPath, sizeOf } from '../../updates/installers.ts';
import { readRelease } from '../../updates/signedRelease.ts';
import { readMemory, readOffer, remember } from '../../updates/updateFolder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { forThisComputer, isInTurn, type TrustedRelease, updatable } from './releases.ts';

type Updatable = Pick<Workspace, 'folder' | 'program'>;

/** The version that is offered, its signature checked again: anybody may have put a file into that folder. */
export function readTrustedOffer(workspace: Updatable): Outcome<TrustedRelease> {
  const program = updatable(workspace.program);
  if (!program.ok) return program;
  const signed = readOffer(workspace);
  if (signed === null) return failure('UPDATE_NOTHING');
  const read = readRelease(signed, 'offer', program.value.releaseKey);
  if (!read.ok) return read;
  const trusted = forThisComputer(read.value, program.value);
  return !trusted.ok && trusted.code === 'UPDATE_OLDER' ? failure('UPDATE_NOTHING') : trusted;
}

export interface Offer extends TrustedRelease {
  readonly state: OfferState;
  readonly doneBytes: number;
}

/** null: nothing is offered. */
export function readOfferState(workspace: Updatable): Offer | null {
  const trusted = readTrustedOffer(workspace);
  if (!trusted.ok) return null;
  const { file, release } = trusted.value;
  const memory = readMemory(workspace);
  const { drawnFrom } = memory.drawnFrom === '' ? remember(workspace, {}) : memory;
  const doneBytes = sizeOf(partPath(workspace, file));
  const offer = { ...trusted.value, doneBytes };
  // Also of one that is here already: a publisher who has found a fault gives it to fewer computers, or to none.
  if (!memory.isBrought && !isInTurn(release, drawnFrom)) return { ...offer, state: 'later' };
  if (isReady(workspace, file)) return { ...offer, state: 'ready', doneBytes: file.bytes };
  return { ...offer, state: doneBytes > 0 ? 'partly' : 'offered' };
}
