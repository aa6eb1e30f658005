import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { digestOf, drawSecret, wrappingKey, writeInvitation } from '../../store/server/invitation.ts';
import { isWithinComputer } from '../../store/server/serverAddress.ts';
import { readServerPlace, type ServerPlace } from '../../store/server/serverPlace.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

/** One PC of those that work on a book. */
interface ShownWorkstation {
  readonly name: string;
  readonly isOwn: boolean;
  /** UTC ms, by the clock of the server. */
  readonly joinedAt: number;
  readonly seenAt: number;
  /** Version it was last seen with. */
  readonly program: string;
  readonly shutOutAt: number | null;
}

/** Where a shared book lies and who works on it. */
export interface SharedBook {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** How the server proves itself. */
  readonly tls: ServerPlace['address']['tls']['kind'];
  readonly benchName: string;
  readonly workstations: readonly ShownWorkstation[];
}

/** null: the book lies in the folder of this PC, which works on it alone. */
export async function readSharedBook(workspace: Workspace): Promise<Outcome<SharedBook> | null> {
  const place = placeOf(workspace);
  if (place?.ok !== true) return place;
  const { address, bench } = place.value;
  const { host, port, database, user, tls } = address;
  const rows = await workspace.store.read.workstations.all();
  const workstations = rows.map(({ id, newestStep: _, ...row }) => ({ ...row, isOwn: id === bench.id }));
  return done({ host, port, database, user, tls: tls.kind, benchName: bench.name, workstations });
}

export function placeOf({ folder, workspaceId, keyFor }: Workspace): Outcome<ServerPlace> | null {
  return readServerPlace(folder, { workspaceId, key: keyFor('server place') });
}

const lastsMs = 60 * 60_000;

interface NewInvitation {
  readonly code: string;
  readonly host: string;
  /** Of no use to another computer. */
  readonly isWithinComputer: boolean;
}

/** What lets one more PC join, once and within an hour by the clock of the server; told here and never again. */
export async function inviteWorkstation(workspace: Workspace): Promise<Outcome<NewInvitation>> {
  const place = placeOf(workspace);
  if (place === null) return failure('SERVER_NOT_SHARED');
  if (!place.ok) return place;
  const { workspaceId, isPractice, keyChain, actor } = workspace;
  const invitation = { address: place.value.address, workspaceId, isPractice, secret: drawSecret() };
  const digest = digestOf(invitation);
  const wrappedKey = keyChain.wrapUnder(wrappingKey(invitation), workspaceId).toString('base64');
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<NewInvitation>> => {
    await write.invitations.add({ digest, wrappedKey, madeBy: actor.name }, lastsMs);
    await recordAct(workspace, write, { kind: 'bench-invited', what: '' });
    const { host } = invitation.address;
    return done({
      code: writeInvitation(invitation),
      host,
      isWithinComputer: isWithinComputer(invitation.address),
    });
  });
}

/** From now on that PC is refused when it opens the book. What it knows, it knows: see `SERVER_KEY_STAYS`. */
export async function shutOutWorkstation(workspace: Workspace, name: string): Promise<Outcome<null>> {
  const { workstation } = workspace;
  if (!workstation.isShared) return failure('SERVER_NOT_SHARED');
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<null>> => {
    const found = await write.workstations.byName(name);
    if (found?.id === workstation.id) return failure('WORKSTATION_OWN');
    if (found === undefined || !(await write.workstations.shutOut(found.id)))
      return failure('WORKSTATION_NOT_FOUND', { name });
    await recordAct(workspace, write, { kind: 'bench-shut-out', what: name });
    return done(null);
  });
}
