import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { createIdSource } from '../../platform/ids.ts';
import { knownBenchKey } from '../../store/server/benchKeys.ts';
import { digestOf, type Invitation, readInvitation, wrappingKey } from '../../store/server/invitation.ts';
import type { ServerPlace } from '../../store/server/serverPlace.ts';
import { drawBenchKey, publicOf } from '../../vault/benchKey.ts';
import { type BookKeyList, createBookKeys, readKeyList } from '../../vault/bookKeys.ts';
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
  const benchKey = drawBenchKey();
  const taken = await takeKeys(invitation, { address, bench, benchKey });
  if (!taken.ok) return taken;
  const place = { address, bench, benchKey, keys: taken.value };
  const opened = await openNew({ ...asked, onServer: { place, joined: { workspaceId } } }, parts);
  if (!opened.ok) return opened;
  const { workspace } = opened.value;
  await change(workspace, ['operators'], (write) =>
    recordAct(workspace, write, { kind: 'bench-joined', what: name }),
  );
  return opened;
}

/** Takes the invitation and notes the bench in one transaction. */
async function takeKeys(
  invitation: Invitation,
  { address, bench, benchKey }: Omit<ServerPlace, 'keys'>,
): Promise<Outcome<BookKeyList>> {
  const { workspaceId } = invitation;
  const { takeInvitation } = await import('../../store/server/takeInvitation.ts');
  const { connectionOf } = await import('../../store/server/serverAddress.ts');
  return takeInvitation(connectionOf(address), digestOf(invitation), {
    ...bench,
    program: productVersion,
    open(wrapped) {
      const bytes = openBytes(wrappingKey(invitation), Buffer.from(wrapped, 'base64'), workspaceId);
      if (bytes === null) return null;
      const opened = readKeyList(bytes.toString('utf8'));
      const pair = { workstationId: bench.id, publicKey: publicOf(benchKey) };
      return { opened, row: knownBenchKey({ workspaceId, keys: createBookKeys(opened) }, pair) };
    },
  });
}
