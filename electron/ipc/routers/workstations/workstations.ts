import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { ServerInput } from '../../../../shared/contracts/workstations/workstations.ts';
import { ToldError } from '../../../../shared/errors/outcome.ts';
import { changeSettings } from '../../../usecases/workspace/settings.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import {
  createOnServer,
  lookAtCertificate,
  type ServerOfBook,
  usualBenchName,
} from '../../../usecases/workstations/createOnServer.ts';
import { joinWorkspace } from '../../../usecases/workstations/join.ts';
import { reconnectWorkspace } from '../../../usecases/workstations/reconnect.ts';
import {
  invitationPicture,
  inviteWorkstation,
  readBookPlace,
  readWorkstations,
  shutOutWorkstation,
} from '../../../usecases/workstations/workstations.ts';
import { type Call, onSession, onWorkspace, unwrap } from '../../gate.ts';
import { pathOf } from '../../pageFiles.ts';
import { stateOf } from '../session.ts';

const makers = onSession('workstations', {
  usualName: () => ({ name: usualBenchName() }),
  lookAtCertificate: async (_, address) => unwrap(await lookAtCertificate(address)),
  async create(session, { server, name, isPersonalSealed, passphrase, ...look }, call) {
    const book = { ...(await bookOf(call, server)), name, isPersonalSealed };
    const wish = { passphrase, isRecoverable: true };
    const opened = await session.openBy(wish, (request, parts) => createOnServer(request, book, parts));
    await changeSettings(unwrap(opened).workspace, look);
    return { ...stateOf(session), recoveryCode: session.takeRecoveryCode() };
  },
  async join(session, { code, name, passphrase, ...look }) {
    const invited = { typed: code, name };
    const opened = await session.openBy({ passphrase }, (request, parts) =>
      joinWorkspace(request, invited, parts),
    );
    await changeSettings(unwrap(opened).workspace, look);
    return stateOf(session);
  },
  async reconnect(session, { server, passphrase }, call) {
    const book = await bookOf(call, server);
    unwrap(
      await session.openBy({ passphrase }, (request, parts) => reconnectWorkspace(request, book, parts)),
    );
    return stateOf(session);
  },
});

const keepers = onWorkspace('workstations', {
  get: viewOf,
  async invite(workspace) {
    const { code, untilAt, isWithinComputer } = unwrap(await inviteWorkstation(workspace));
    return { code, untilAt, isWithinComputer, picture: invitationPicture(code) };
  },
  async shutOut(workspace, { name }) {
    unwrap(await shutOutWorkstation(workspace, name));
    return viewOf(workspace);
  },
});

/** The address as the use cases take it. */
async function bookOf(call: Call, { proof, ...server }: ServerInput): Promise<ServerOfBook> {
  if (proof.kind === 'ca') return { server, caFile: await pathOf(call, proof.fileToken, 'certificate') };
  if (proof.kind === 'pin') return { server, pin: proof.fingerprint };
  return { server, isSystemTrusted: proof.kind === 'system' };
}

/** Where the book lies is known here; who works on it, the server says where it answers. */
async function viewOf(workspace: Workspace): Promise<Answered<'workstations', 'get'>> {
  const place = readBookPlace(workspace);
  if (place === null) return { server: null, trouble: '', heardAt: null, workstations: [] };
  const { benchName: _, tls: proof, ...server } = unwrap(place);
  const known = { server: { ...server, proof } };
  try {
    const workstations = await readWorkstations(workspace);
    return { ...known, trouble: '', heardAt: workspace.clock.now(), workstations };
  } catch (error) {
    if (!(error instanceof ToldError)) throw error;
    return { ...known, trouble: error.failure.code, heardAt: workspace.lease.heardAt, workstations: [] };
  }
}

export const workstationsRouters = { workstations: { ...makers, ...keepers } };
