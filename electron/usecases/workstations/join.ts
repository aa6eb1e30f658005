import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { createIdSource } from '../../platform/ids.ts';
import { digestOf, readInvitation, wrappingKey } from '../../store/server/invitation.ts';
import type { ServerPlace } from '../../store/server/serverPlace.ts';
import { openBytes } from '../../vault/sealing.ts';
import { recordAct } from '../operators/acts.ts';
import type { OpenedWorkspace, OpenRequest, WorkspaceParts } from '../workspace/open.ts';
import { productVersion } from '../workspace/productVersion.ts';
import { change } from '../workspace/workspace.ts';
import { newFolderRefusal, openNew } from './createOnServer.ts';

/**
 * Makes this folder a bench of a book that is there, by an invitation. Whatever can be refused is refused before the invitation is
 * taken: that happens once.
 */
export async function joinWorkspace(
  request: OpenRequest,
  { typed, name }: { readonly typed: string; readonly name: string },
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  const invitation = readInvitation(typed);
  if (invitation === null) return failure('INVITATION_INVALID');
  const { address, workspaceId, isPractice } = invitation;
  const asked = { ...request, isPracticeWanted: isPractice };
  const refusal = newFolderRefusal(asked);
  if (refusal !== null) return refusal;
  const bench = { id: createIdSource(parts.clock)(), name };
  const taken = await takeKey({ address, bench }, digestOf(invitation));
  if (!taken.ok) return taken;
  const dataKey = openBytes(wrappingKey(invitation), Buffer.from(taken.value, 'base64'), workspaceId);
  // The server holds something else under this digest: somebody wrote it there by hand.
  if (dataKey === null) return failure('SERVER_BOOK_CHANGED');
  const joined = { workspaceId, dataKey };
  const opened = await openNew({ ...asked, onServer: { place: { address, bench }, joined } }, parts);
  if (!opened.ok) return opened;
  const { workspace } = opened.value;
  await change(workspace, ['operators'], (write) =>
    recordAct(workspace, write, { kind: 'bench-joined', what: name }),
  );
  return opened;
}

/** Takes the invitation and notes the bench in one transaction. */
async function takeKey({ address, bench }: ServerPlace, digest: string): Promise<Outcome<string>> {
  const { takeInvitation } = await import('../../store/server/takeInvitation.ts');
  const { connectionOf } = await import('../../store/server/serverAddress.ts');
  const taken = await takeInvitation(connectionOf(address), digest, { ...bench, program: productVersion });
  return taken.ok ? done(taken.value) : taken;
}
