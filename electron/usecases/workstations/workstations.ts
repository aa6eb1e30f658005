import {
  type DutyName,
  dutyNames,
  isWithinComputer,
  type ServerProof,
} from '../../../shared/domain/workstation.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import { bitsOfQr, encodeScreenQr } from '../../labels/barcodes/encodeQr.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { isProven, type KeyHolder, proofOfShutOut } from '../../store/server/benchKeys.ts';
import { digestOf, drawSecret, wrappingKey, writeInvitation } from '../../store/server/invitation.ts';
import { certificatesOf, pinOf } from '../../store/server/serverAddress.ts';
import { readServerPlace, type ServerPlace } from '../../store/server/serverPlace.ts';
import type { Repositories } from '../../store/store.ts';
import { writeKeyList } from '../../vault/bookKeys.ts';
import { sealBytes } from '../../vault/sealing.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { keepRenewal, renewBookKey, resealLeft } from './bookKeys.ts';
import { readServerSkewMs } from './lease.ts';

/** One PC that works on a book. */
export interface ShownWorkstation {
  readonly name: string;
  readonly isOwn: boolean;
  /** Its lease is valid: its work stays its own. */
  readonly isAtWork: boolean;
  /** Duties it performs for all. */
  readonly duties: readonly DutyName[];
  /** UTC ms, by the clock of the server. */
  readonly joinedAt: number;
  readonly seenAt: number;
  /** Version it was last seen with. */
  readonly program: string;
  readonly shutOutAt: number | null;
  /** It can get the book's newest key. Otherwise it must join again. */
  readonly hasKey: boolean;
}

/** The place of a shared book, stored on this PC: known even while the server is away. */
export interface BookPlace {
  /** Several: `a,b:5433`. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly tls: ServerProof;
  /** SHA-256 of each accepted certificate; none: it is trusted by its issuer, or not at all. */
  readonly fingerprints: readonly string[];
  readonly benchName: string;
  /** Names, phones and addresses are sealed there. */
  readonly isPersonalSealed: boolean;
}

export interface SharedBook extends BookPlace {
  readonly workstations: readonly ShownWorkstation[];
}

/** null: the book is in the folder of this PC, which works on it alone. */
export function readBookPlace(workspace: Workspace): Outcome<BookPlace> | null {
  const place = placeOf(workspace);
  if (place?.ok !== true) return place;
  const { address, bench, keys } = place.value;
  const { host, port, database, user, tls } = address;
  const fingerprints = tls.kind === 'pin' ? certificatesOf(tls.pem).map(pinOf) : [];
  const { isPersonalSealed } = keys;
  return done({
    host,
    port,
    database,
    user,
    tls: tls.kind,
    fingerprints,
    benchName: bench.name,
    isPersonalSealed,
  });
}

/** The same with the workstations on it, which the server must list. */
export async function readSharedBook(workspace: Workspace): Promise<Outcome<SharedBook> | null> {
  const place = readBookPlace(workspace);
  if (place?.ok !== true) return place;
  return done({ ...place.value, workstations: await readWorkstations(workspace) });
}

/** With a larger difference, times written by this PC no longer sort in the order of events. */
const clockGapMs = 60_000;

/** null: the clocks agree closely enough. */
export async function readClockGap(workspace: Workspace): Promise<Failure | null> {
  const skewMs = await readServerSkewMs(workspace);
  if (skewMs === null || Math.abs(skewMs) <= clockGapMs) return null;
  const apartMs = Math.abs(skewMs);
  return failure('WORKSTATION_CLOCK_APART', {
    seconds: Math.round(apartMs / 1_000),
    minutesApart: Math.round(apartMs / 60_000),
  });
}

/** In the order they joined. */
export async function readWorkstations(workspace: Workspace): Promise<ShownWorkstation[]> {
  const { store, workstation } = workspace;
  const { read } = store;
  const others = await read.leases.livingOthers();
  const duties = await read.duties.all();
  const rows = await read.workstations.all();
  const withoutKey = await benchesWithoutKey(workspace);
  return rows.map(({ id, newestStep: _, shutOutProof: __, ...row }) => {
    const isOwn = id === workstation.id;
    const isAtWork = row.shutOutAt === null && (isOwn || others.has(id));
    const own = duties.filter(({ workstationId }) => isAtWork && workstationId === id);
    return {
      ...row,
      hasKey: isOwn || row.shutOutAt !== null || !withoutKey(id),
      isOwn,
      isAtWork,
      duties: dutyNames.filter((name) => own.some((one) => one.name === name)),
    };
  });
}

/** While this bench lacks the newest key itself, no other is known to lack it. */
async function benchesWithoutKey({ store, keyHolder }: Workspace): Promise<(id: string) => boolean> {
  const rows = new Map((await store.read.benchKeys.all()).map((row) => [row.workstationId, row]));
  const own = keyHolder && rows.get(keyHolder.bench.id);
  if (own?.keyTag !== keyHolder?.keys.newestTag) return () => false;
  return (id) => {
    const row = rows.get(id);
    return row === undefined || (keyHolder !== undefined && !isProven(keyHolder, row));
  };
}

export function placeOf({ folder, workspaceId, keyFor }: Workspace): Outcome<ServerPlace> | null {
  return readServerPlace(folder, { workspaceId, key: keyFor('server place') });
}

const lastsMs = hourMs;

interface NewInvitation {
  readonly code: string;
  /** UTC ms by this clock; the server uses its own. */
  readonly untilAt: number;
  readonly host: string;
  /** Useless for another computer. */
  readonly isWithinComputer: boolean;
}

/** The code as a picture that a scan gun reads into the other PC; null: too long for one. */
export function invitationPicture(code: string) {
  const qr = encodeScreenQr(code);
  if (qr === null) return null;
  const { side, bytesPerRow, bits } = bitsOfQr(qr);
  return { side, bytesPerRow, bitsBase64: Buffer.from(bits).toString('base64') };
}

/** An invitation for one more PC, valid once and for an hour by the server's clock; shown only once. */
export async function inviteWorkstation(workspace: Workspace): Promise<Outcome<NewInvitation>> {
  const place = placeOf(workspace);
  if (place === null) return failure('SERVER_NOT_SHARED');
  if (!place.ok) return place;
  const { workspaceId, isPractice, keyHolder, actor } = workspace;
  if (keyHolder === undefined) return failure('SERVER_NOT_SHARED');
  const invitation = { address: place.value.address, workspaceId, isPractice, secret: drawSecret() };
  const digest = digestOf(invitation);
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<NewInvitation>> => {
    const refusal = await ownRefusal(workspace, write);
    if (refusal !== null) return refusal;
    // In the transaction, so that it has the newest key.
    const wrapped = sealBytes(wrappingKey(invitation), writeKeyList(keyHolder.keys.list), workspaceId);
    await write.invitations.add(
      { digest, wrappedKey: wrapped.toString('base64'), madeBy: actor.name },
      lastsMs,
    );
    await recordAct(workspace, write, { kind: 'bench-invited', what: '' });
    const { host } = invitation.address;
    return done({
      code: writeInvitation(invitation),
      untilAt: workspace.clock.now() + lastsMs,
      host,
      isWithinComputer: isWithinComputer(invitation.address),
    });
  });
}

/** A bench that was just shut out, and does not know it yet, cannot invite or shut out others. */
async function ownRefusal(
  { workstation }: Workspace,
  { workstations }: Repositories,
): Promise<Failure | null> {
  const own = await workstations.byId(workstation.id);
  return own?.shutOutAt === null ? null : failure('WORKSTATION_SHUT_OUT');
}

/**
 * From now on that PC is refused when it opens the book, and gets no new key of it. It still knows the server's password and everything
 * that was there until now. Returns who else must join again.
 */
export async function shutOutWorkstation(
  workspace: Workspace,
  name: string,
): Promise<Outcome<readonly string[]>> {
  return renewWith(workspace, async (write, keyHolder) => {
    const found = await write.workstations.byName(name);
    if (found?.id === workspace.workstation.id) return failure('WORKSTATION_OWN');
    // In the transaction, so that the newest key is among those that prove it.
    const proof = found === undefined ? '' : proofOfShutOut(keyHolder, found.id);
    if (found === undefined || !(await write.workstations.shutOut(found.id, proof)))
      return failure('WORKSTATION_NOT_FOUND', { name });
    await recordAct(workspace, write, { kind: 'bench-shut-out', what: name });
    return done(null);
  });
}

/** The same without a shut-out, for when the keys may be known to others. Returns who must join again. */
export function renewSharedKeys(workspace: Workspace): Promise<Outcome<readonly string[]>> {
  return renewWith(workspace, async (write) => {
    await recordAct(workspace, write, { kind: 'key-changed', what: 'renewed' });
    return done(null);
  });
}

/** If interrupted after its transaction, the next opening of any bench continues the sealing. */
async function renewWith(
  workspace: Workspace,
  before: (write: Repositories, holder: KeyHolder) => Promise<Outcome<null>>,
): Promise<Outcome<readonly string[]>> {
  const { keyHolder } = workspace;
  if (keyHolder === undefined) return failure('SERVER_NOT_SHARED');
  const renewed = await tryChange(workspace, ['operators'], async (write) => {
    const refusal = await ownRefusal(workspace, write);
    if (refusal !== null) return refusal;
    const started = await before(write, keyHolder);
    return started.ok ? done(await renewBookKey(keyHolder, write)) : started;
  });
  if (!renewed.ok) return renewed;
  keepRenewal(keyHolder, renewed.value);
  faultPoint('shut-out.after-key');
  await resealLeft(workspace);
  return done(renewed.value.without);
}
