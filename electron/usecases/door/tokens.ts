import { createHmac, randomBytes } from 'node:crypto';
import {
  type DoorScope,
  type DoorState,
  doorScopes,
  type TokenState,
  tokenDays,
} from '../../../shared/domain/door.ts';
import type { Actor } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { isSameDigest } from '../../platform/sameDigest.ts';
import type { DoorToken } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';

/** `sd_`, the token's id, its secret: recognisable in a log. */
const tokenForm = /^sd_([0-9A-Z]{26})_([0-9a-f]{64})$/;

const digestOf = ({ keyFor }: Workspace, id: string, secret: string): string =>
  createHmac('sha256', keyFor('door tokens')).update(`${id} ${secret}`).digest('hex');

const isInUse = ({ revokedAt, expiresAt }: DoorToken, now: number): boolean =>
  revokedAt === null && now < expiresAt;

export function tokenState(token: DoorToken, now: number): TokenState {
  if (token.revokedAt !== null) return 'revoked';
  return isInUse(token, now) ? 'inUse' : 'expired';
}

export const scopesOf = ({ scopes }: DoorToken): DoorScope[] =>
  doorScopes.filter((scope) => scopes.split(' ').includes(scope));

interface NewToken {
  readonly name: string;
  readonly scopes: readonly DoorScope[];
  readonly days: number;
}

interface AddedToken {
  readonly row: DoorToken;
  /** Shown this once only. */
  readonly token: string;
}

/** Makes a token for a program; of its secret only a digest under the workspace's key is kept. */
export async function addToken(
  workspace: Workspace,
  { name, scopes, days }: NewToken,
): Promise<Outcome<AddedToken>> {
  const now = workspace.clock.now();
  const id = workspace.nextId();
  const secret = randomBytes(32).toString('hex');
  const row: DoorToken = {
    id,
    name: name.trim(),
    scopes: doorScopes.filter((scope) => scopes.includes(scope)).join(' '),
    digest: digestOf(workspace, id, secret),
    createdAt: now,
    createdBy: workspace.actor.name,
    expiresAt: now + Math.min(days, tokenDays.most) * dayMs,
    revokedAt: null,
    usedAt: null,
  };
  return tryChange(workspace, ['door', 'operators'], async (write): Promise<Outcome<AddedToken>> => {
    const isTaken = (await write.door.tokens()).some((one) => one.name === row.name && isInUse(one, now));
    if (row.name === '' || isTaken) return failure('DOOR_TOKEN_NAME');
    await write.door.addToken(row);
    await recordAct(workspace, write, { kind: 'door-token-added', what: `${row.name} ${row.scopes}` });
    return done({ row, token: `sd_${id}_${secret}` });
  });
}

/** By its name or id. From then on the next call with it is refused. */
export async function revokeToken(workspace: Workspace, named: string): Promise<Outcome<DoorToken>> {
  const now = workspace.clock.now();
  return tryChange(workspace, ['door', 'operators'], async (write): Promise<Outcome<DoorToken>> => {
    const tokens = await write.door.tokens();
    const found = tokens.find(
      ({ id, name, revokedAt }) => revokedAt === null && (id === named || name === named),
    );
    if (found === undefined) return failure('DOOR_TOKEN_NOT_FOUND');
    await write.door.revoke(found.id, now);
    await recordAct(workspace, write, { kind: 'door-token-revoked', what: found.name });
    return done({ ...found, revokedAt: now });
  });
}

/** Opens the door at this port, or closes it (null). */
export async function setDoor(workspace: Workspace, port: number | null): Promise<void> {
  await change(workspace, ['door', 'operators'], async (write) => {
    await write.settings.put('door', port === null ? null : { port });
    const act =
      port === null
        ? { kind: 'door-closed' as const, what: '' }
        : { kind: 'door-opened' as const, what: String(port) };
    await recordAct(workspace, write, act);
  });
}

/** null: the door is closed. */
export const readDoorPort = async ({ store }: Workspace): Promise<number | null> =>
  (await store.read.settings.get('door'))?.port ?? null;

/** The state of the door of a workspace in this program, by the workspace's folder. */
const states = new Map<string, DoorState>();

export const noteDoorState = (folder: string, state: DoorState): void => void states.set(folder, state);

/** Where a command that stays (`door serve`) answers, by the workspace's folder: it needs no door that the shop has opened. */
const served = new Map<string, number>();

export function noteServedPort({ folder }: Workspace, port: number | null): void {
  noteDoorState(folder, port === null ? 'closed' : 'open');
  if (port === null) served.delete(folder);
  else served.set(folder, port);
}

/** Where the door of a workspace is, or would be; null: nobody has opened one. */
export const doorPortNow = async (workspace: Workspace): Promise<number | null> =>
  served.get(workspace.folder) ?? (await readDoorPort(workspace));

/** Closed where this program keeps no door: a command line alone. */
export const doorStateOf = ({ folder }: Workspace): DoorState => states.get(folder) ?? 'closed';

/** Whose token this is. Who is refused learns no more than why. */
export async function knownToken(workspace: Workspace, given: string): Promise<Outcome<DoorToken>> {
  const [, id = '', secret = ''] = tokenForm.exec(given) ?? [];
  const row = id === '' ? undefined : await workspace.store.read.door.token(id);
  const now = workspace.clock.now();
  if (row === undefined || row.revokedAt !== null) return failure('DOOR_TOKEN_WRONG');
  if (!isSameDigest(digestOf(workspace, id, secret), row.digest)) return failure('DOOR_TOKEN_WRONG');
  if (now >= row.expiresAt) return failure('DOOR_TOKEN_EXPIRED', { name: row.name });
  if (now - (row.usedAt ?? 0) >= minuteMs)
    await workspace.store.write((write) => write.door.noteUse(row.id, now));
  return done(row);
}

/** Under which name and with which rights its calls are made: those of a clerk, of which its scopes leave what they name. */
export const actorOfToken = ({ id, name }: DoorToken): Actor => ({
  operatorId: `door ${id}`,
  name: `API ${name}`,
  role: 'clerk',
});
