import { isDeepStrictEqual } from 'node:util';
import { owner } from '../../../shared/domain/operator.ts';
import type { SealTrouble } from '../../../shared/domain/operatorAct.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Operator, PinTries, StoredOperatorAct } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { type FoundSeal, sealedStateOf, sealRevision } from '../../store/workspace/sealUpkeep.ts';
import { repepper } from '../../vault/pinHash.ts';
import { readSealedState, type SealedState } from '../../vault/sealedState.ts';
import type { SealingKeys } from '../../vault/taggedKeys.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { addAct, findBrokenAct, headSigns, keyRecord, recordAct } from './acts.ts';

/** The sealed file as stored. */
export function readSeal({ folder, keyFor, workspaceId }: Workspace): FoundSeal {
  return readSealedState(folder, keyFor('sealed state'), workspaceId);
}

/**
 * Compares the sealed file with the database at each opening, before any act. Contradictions are recorded and shown until a manager has
 * confirmed them; none of them blocks shipping. After a restore an older database is expected: the people of the newest seal remain, and
 * the record says so.
 */
export async function settleSeal(
  workspace: Workspace,
  found: FoundSeal,
  restored: RestoredState | null,
): Promise<number> {
  return workspace.store.write(async (write) => {
    const carried = restored === null ? 0 : await carryActs(write, restored);
    await settle(workspace, write, found, restored);
    return carried;
  });
}

/** The restore that has just replaced this database. */
export interface RestoredState {
  /** The backup, in short. */
  readonly told: string;
  /** Who restored it; empty: the owner. */
  readonly by: string;
  /** Rows of the previous record after this head; empty: unreadable, or another record. */
  actsAfter(head: { readonly no: number; readonly chain: string }): readonly StoredOperatorAct[];
}

/** Acts recorded since the backup must not be lost with the previous database. */
async function carryActs(write: Repositories, { actsAfter }: RestoredState): Promise<number> {
  const last = await write.operatorActs.last();
  const rows = actsAfter({ no: last?.no ?? 0, chain: last?.chain ?? '' });
  for (const row of rows) await write.operatorActs.add(row);
  return rows.length;
}

async function settle(
  workspace: Workspace,
  write: Repositories,
  found: FoundSeal,
  restored: RestoredState | null,
): Promise<void> {
  // A row that `keyRecord` adds changes nothing of what is compared.
  const [trouble] = await Promise.all([compare(write, found), keyRecord(workspace, write)]);
  const state = found?.ok === true ? found.value : null;
  if (trouble === null && restored === null) return;
  if (state !== null && (trouble === 'newer' || trouble === 'unlike'))
    await adoptPeople(write, underNewest(state, workspace.pinKeys), workspace.clock.now());
  if (restored !== null && (trouble === null || trouble === 'newer' || trouble === 'missing'))
    return recordRestore(workspace, write, state, restored);
  const brokenNo = state === null ? null : await firstUnlike(write, state);
  const what = state === null ? `${trouble}` : `${trouble} ${headWords(state)}`;
  const { no: actNo } = await addAct(workspace, write, { kind: 'seal-trouble', what });
  const previous = await write.settings.get('sealTroubles');
  // Twenty are enough for an alarm; the record has them all.
  const troubles = [...previous.slice(-19), { kind: trouble ?? 'unlike', actNo, brokenNo }];
  await write.settings.put('sealTroubles', troubles);
}

const headWords = ({ acts: { no, chain } }: SealedState): string => `${no} ${headSigns(chain)}`;

/** The previous end of the record is part of the act, so that the rows left out by the restore can be asked for. */
async function recordRestore(
  { clock, keyFor }: Workspace,
  write: Repositories,
  state: SealedState | null,
  { told, by }: RestoredState,
): Promise<void> {
  const actor = { ...owner, name: by };
  const what = [told, state === null ? '' : headWords(state)].filter((words) => words !== '').join('; ');
  await recordAct({ actor, clock, keyFor }, write, { kind: 'restored', what });
}

async function compare(write: Repositories, found: FoundSeal): Promise<SealTrouble | null> {
  if (found?.ok === false) return 'broken';
  const [known, newest, unlikeNo] = await Promise.all([
    write.settings.get('seal'),
    sealRevision(write),
    found === null ? null : firstUnlike(write, found.value),
  ]);
  if (found === null) return known === null ? null : 'missing';
  const state = found.value;
  if (newest === null || state.revision > newest) return 'newer';
  if (known !== null && state.revision < known.onDisk) return 'older';
  if (unlikeNo !== null) return 'unlike';
  // The file is older: this bench was interrupted after a commit, or another one has sealed since.
  const isSame = state.revision !== newest || (await isLike(write, state));
  return isSame ? null : 'unlike';
}

/** The first row of the record that differs from the sealed one: cut off, or another record. */
async function firstUnlike({ operatorActs }: Repositories, { acts }: SealedState): Promise<number | null> {
  if (acts.no === 0) return null;
  const row = await operatorActs.byNo(acts.no);
  if (row !== undefined) return row.chain === acts.chain ? null : acts.no;
  return ((await operatorActs.last())?.no ?? 0) + 1;
}

/** With equal revisions file and database agree. Only `keyRecord` can have added to the record since. */
async function isLike(write: Repositories, state: SealedState): Promise<boolean> {
  const known = await sealedStateOf(write, { ...state, clock: { now: () => state.at } });
  return isDeepStrictEqual({ ...known, acts: null }, { ...state, acts: null });
}

/** PINs of a seal that is older than the key of the book. */
function underNewest(state: SealedState, pinKeys: SealingKeys): SealedState {
  const operators = state.operators.map((one) => ({
    ...one,
    pin: repepper(one.pin, pinKeys, pinKeys) ?? { salt: '', hash: '' },
  }));
  return { ...state, operators };
}

/** Takes over operators, PINs and wrong tries from a newer seal; operators missing there are removed. */
async function adoptPeople(write: Repositories, state: SealedState, now: number): Promise<void> {
  const knownIds = new Set(state.operators.map(({ id }) => id));
  for (const one of await write.operators.active())
    if (!knownIds.has(one.id))
      await write.operators.change(one, { removedAt: now, pinHash: '', pinSalt: '' });
  for (const sealed of state.operators) await adoptOperator(write, sealed);
  await adoptRescue(write, state.rescue);
  for (const tries of state.deskTries) {
    const known = await write.operators.triesOf(tries.desk as PinTries['desk'], tries.operatorId);
    await write.operators.putTries({ ...(tries as PinTries), ...larger(tries, known) });
  }
}

async function adoptOperator(write: Repositories, sealed: SealedState['operators'][number]): Promise<void> {
  const { id, name, role, pin, tries, createdAt } = sealed;
  const known = await write.operators.byId(id);
  const knownTries =
    known === undefined ? undefined : { wrongTries: known.wrongPins, triedAt: known.triedAt };
  const { wrongTries: wrongPins, triedAt } = larger(tries, knownTries);
  const wrongSince = tries.wrongTries >= (known?.wrongPins ?? 0) ? tries.since : (known?.wrongSince ?? 0);
  const people = { name, role, pinSalt: pin.salt, pinHash: pin.hash, removedAt: null };
  const row: Omit<Operator, 'version'> = {
    id,
    ...people,
    wrongPins,
    triedAt,
    wrongSince,
    pinForm: known?.pinHash === pin.hash ? known.pinForm : '',
    badgeDigest: known?.role === role ? known.badgeDigest : '',
    signedInAt: known?.signedInAt ?? null,
    createdAt,
  };
  if (known === undefined) await write.operators.insert({ ...row, version: 0 });
  else await write.operators.change(known, row);
}

async function adoptRescue(write: Repositories, sealed: SealedState['rescue']): Promise<void> {
  const known = await write.settings.get('rescueCode');
  const isSame = known !== null && sealed?.hash === known.hash;
  await write.settings.put(
    'rescueCode',
    sealed === null ? null : { ...sealed, ...larger(sealed, isSame ? known : undefined) },
  );
}

interface Tries {
  readonly wrongTries: number;
  readonly triedAt: number;
}

/** Neither an older database nor an older file resets tries. */
function larger(one: Tries, other: Tries = { wrongTries: 0, triedAt: 0 }): Tries {
  return {
    wrongTries: Math.max(one.wrongTries, other.wrongTries),
    triedAt: Math.max(one.triedAt, other.triedAt),
  };
}

export interface RecordCheck {
  readonly total: number;
  /** The first row that was changed, or before which one is missing; null: the record is whole. */
  readonly brokenNo: number | null;
  /** Six characters of the newest row; empty: none. */
  readonly head: string;
  /** Contradictions between sealed file and database that were not confirmed yet. */
  readonly troubles: readonly SealTrouble[];
}

/** Verifies the record from its start, and compares its end with the seal. */
export async function checkRecord(workspace: Workspace): Promise<RecordCheck> {
  const { read } = workspace.store;
  const found = readSeal(workspace);
  const troubles = await read.settings.get('sealTroubles');
  const unlike = found?.ok === true ? await firstUnlike(read, found.value) : null;
  const broken = [await findBrokenAct(workspace), unlike, ...troubles.map(({ brokenNo }) => brokenNo)];
  const numbers = broken.filter((no) => no !== null);
  const last = await read.operatorActs.last();
  return {
    total: await read.operatorActs.count(),
    brokenNo: numbers.length === 0 ? null : Math.min(...numbers),
    head: headSigns(last?.chain ?? ''),
    troubles: troubles.map(({ kind }) => kind),
  };
}

/** A manager has confirmed the contradictions; from now on they are only in the record. */
export function confirmSealTroubles(workspace: Workspace): Promise<Outcome<null>> {
  return tryChange(workspace, ['operators', 'status'], async (write): Promise<Outcome<null>> => {
    const troubles = await write.settings.get('sealTroubles');
    if (troubles.length === 0) return failure('SEAL_NO_TROUBLE');
    await write.settings.put('sealTroubles', []);
    const what = troubles.map(({ kind, actNo }) => `${kind} ${actNo}`).join(', ');
    await recordAct(workspace, write, { kind: 'seal-trouble-confirmed', what });
    return done(null);
  });
}

export interface FoundHead {
  readonly no: number;
  /** UTC ms. */
  readonly at: number;
}

/** The entries with these six characters, as printed on a paper; none: the record was cut or replaced since. */
export async function findHead({ store }: Workspace, head: string): Promise<FoundHead[]> {
  if (!/^[0-9A-F]{6}$/.test(head)) return [];
  const rows = await store.read.operatorActs.byChainStart(head.toLowerCase());
  return rows.map(({ no, at }) => ({ no, at }));
}
