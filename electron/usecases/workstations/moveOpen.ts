import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { checkTarget } from '../../store/moving/checkTarget.ts';
import type { CopiedBook } from '../../store/moving/copyBook.ts';
import { connectionOf } from '../../store/server/serverAddress.ts';
import { orTrouble } from '../../store/server/serverTrouble.ts';
import type { OpenedWorkspace } from '../workspace/open.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openAgain } from './away/openAgain.ts';
import { forgetBegunMove } from './begunMove.ts';
import type { NewBook } from './createOnServer.ts';
import { addressFor, benchesAtWork, type Moving, moveHere, moveToServer } from './move.ts';
import { placeName } from './placeName.ts';
import { placeOf } from './workstations.ts';

/** The target of a move: an empty database on a server, or `here`, the folder of this PC. */
export type MoveTarget = NewBook | 'here';

/** A preview of the move; nothing is written. */
export interface CheckedMove {
  /** `host/database`; empty: this PC. */
  readonly place: string;
  readonly orders: number;
}

/** Would it be refused? Checked while work continues. */
export async function checkMove(workspace: Workspace, target: MoveTarget): Promise<Outcome<CheckedMove>> {
  const place = target === 'here' ? await checkHere(workspace) : await checkThere(workspace, target);
  if (!place.ok) return place;
  return done({ place: place.value, orders: await workspace.store.read.orders.count({}) });
}

async function checkThere(workspace: Workspace, book: NewBook): Promise<Outcome<string>> {
  const address = await addressFor(workspace, book);
  if (!address.ok) return address;
  const inspected = await orTrouble(() => checkTarget(connectionOf(address.value), workspace.workspaceId));
  return inspected.ok ? done(placeName(address.value)) : inspected;
}

async function checkHere(workspace: Workspace): Promise<Outcome<string>> {
  const place = placeOf(workspace);
  if (place?.ok !== true) return place ?? failure('MOVE_IS_THERE');
  const names = await benchesAtWork(workspace);
  return names.length === 0 ? done('') : failure('SERVER_BENCHES_AT_WORK', { names: names.join(', ') });
}

/** The result of a move, and the workspace that is open then, at its book's place. */
export interface EndedMove {
  readonly moved: Outcome<CopiedBook>;
  readonly opened: Outcome<OpenedWorkspace>;
}

/** Moves the book of an open workspace, which is open again afterwards, whatever the result. */
export async function moveOpen(
  opened: OpenedWorkspace,
  target: MoveTarget,
  moving: Moving,
): Promise<EndedMove> {
  const moved = await orTrouble(() =>
    target === 'here' ? moveHere(opened, moving) : moveToServer(opened, target, moving),
  );
  if (moved.ok) return { moved: done(moved.value.copied), opened: moved };
  const { folder, keyStore } = moving.request;
  const again = await openAgain({ folder, keyStore, heldKey: opened.key }, moving.parts);
  // The person here sees it now. If the server is away it is shown again when it is back.
  if (again.ok && again.value.askForBook === undefined) await forgetBegunMove(again.value.workspace);
  return { moved, opened: again };
}
