import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { MoveInput, ServerInput } from '../../../../shared/contracts/workstations/workstations.ts';
import { workstationsContracts } from '../../../../shared/contracts/workstations/workstations.ts';
import { ExpectedError } from '../../../../shared/errors/outcome.ts';
import { changeSettings } from '../../../usecases/workspace/settings.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { beginAnew } from '../../../usecases/workstations/beginAnew.ts';
import { forgetBegunMove, readBegunMove } from '../../../usecases/workstations/begunMove.ts';
import {
  createOnServer,
  fetchCertificate,
  type ServerOfBook,
  usualBenchName,
} from '../../../usecases/workstations/createOnServer.ts';
import { joinWorkspace } from '../../../usecases/workstations/join.ts';
import type { CheckedMove, MoveTarget } from '../../../usecases/workstations/moveOpen.ts';
import { reconnectWorkspace } from '../../../usecases/workstations/reconnect.ts';
import {
  invitationPicture,
  inviteWorkstation,
  readBookPlace,
  readClockGap,
  readWorkstations,
  shutOutWorkstation,
} from '../../../usecases/workstations/workstations.ts';
import { type Call, gateOf, unwrap } from '../../gate.ts';
import { pathOf } from '../../pageFiles.ts';
import type { Session } from '../../session.ts';
import { stateOf } from '../session.ts';

const { onSession, onWorkspace } = gateOf(workstationsContracts);

const makers = onSession('workstations', {
  usualName: () => ({ name: usualBenchName() }),
  fetchCertificate: async (_, address) => unwrap(await fetchCertificate(address)),
  async create(session, { server, name, isPersonalSealed, passphrase, ...appearance }, call) {
    const book = { ...(await bookOf(call, server)), name, isPersonalSealed };
    const wish = { passphrase, isRecoverable: true };
    const opened = await session.openBy(wish, (request, parts) => createOnServer(request, book, parts));
    await changeSettings(unwrap(opened).workspace, appearance);
    return { ...stateOf(session), recoveryCode: session.takeRecoveryCode() };
  },
  async join(session, { code, name, passphrase, ...appearance }) {
    const invited = { typed: code, name };
    const opened = await session.openBy({ passphrase }, (request, parts) =>
      joinWorkspace(request, invited, parts),
    );
    await changeSettings(unwrap(opened).workspace, appearance);
    return stateOf(session);
  },
  async beginAnew(session) {
    unwrap(
      await session.whileClosed({ passphrase: '' }, async (request, parts) =>
        beginAnew(request, session.lastWord(), parts),
      ),
    );
    return stateOf(session);
  },
  async stopMove(session) {
    await session.move.stop();
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
  get: (workspace, _, call) => viewOf(workspace, call),
  async invite(workspace) {
    const { code, untilAt, isWithinComputer } = unwrap(await inviteWorkstation(workspace));
    return { code, untilAt, isWithinComputer, picture: invitationPicture(code) };
  },
  async shutOut(workspace, { name }, call) {
    unwrap(await shutOutWorkstation(workspace, name));
    return viewOf(workspace, call);
  },
  checkMove: async (workspace, { target }, call) => checked(workspace, await targetOf(call, target)),
  async move(workspace, { target }, call) {
    const wanted = await targetOf(call, target);
    // What is refused while the workspace is closed is reported here too, as long as everybody works on.
    const { place } = await checked(workspace, wanted);
    unwrap(await call.session.moveBook({ target: wanted, place }));
    return stateOf(call.session);
  },
  async noteMove(workspace, _, call) {
    call.session.move.last = null;
    await forgetBegunMove(workspace);
    return viewOf(workspace, call);
  },
});

async function checked(workspace: Workspace, target: MoveTarget): Promise<CheckedMove> {
  // Most windows never need it.
  const { checkMove } = await import('../../../usecases/workstations/moveOpen.ts');
  return unwrap(await checkMove(workspace, target));
}

async function targetOf(call: Call, target: MoveInput): Promise<MoveTarget> {
  if (target.to === 'here') return 'here';
  const { server, name, isPersonalSealed } = target;
  return { ...(await bookOf(call, server)), name, isPersonalSealed };
}

/** The address as the use cases take it. */
async function bookOf(call: Call, { proof, ...server }: ServerInput): Promise<ServerOfBook> {
  if (proof.kind === 'ca') return { server, caFile: await pathOf(call, proof.fileToken, 'certificate') };
  if (proof.kind === 'pin') return { server, pin: proof.fingerprint };
  return { server, isSystemTrusted: proof.kind === 'system' };
}

/** Where the book lies is known here; who works on it, the server says where it answers. */
async function viewOf(workspace: Workspace, { session }: Call): Promise<Answered<'workstations', 'get'>> {
  const place = readBookPlace(workspace);
  const lastMove = lastMoveOf(session);
  if (place === null) {
    const begunMove = await readBegunMove(workspace);
    return {
      server: null,
      trouble: '',
      heardAt: null,
      clockGap: null,
      workstations: [],
      lastMove,
      begunMove,
    };
  }
  const { benchName: _, tls: proof, ...server } = unwrap(place);
  const known = { server: { ...server, proof }, lastMove };
  try {
    const workstations = await readWorkstations(workspace);
    const begunMove = await readBegunMove(workspace);
    const gap = await readClockGap(workspace);
    const clockGap = gap && { code: gap.code, params: gap.params ?? {} };
    return { ...known, trouble: '', heardAt: workspace.clock.now(), clockGap, workstations, begunMove };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    const { heardAt } = workspace.lease;
    return {
      ...known,
      trouble: error.failure.code,
      heardAt,
      clockGap: null,
      workstations: [],
      begunMove: null,
    };
  }
}

function lastMoveOf({ move: { last } }: Session): Answered<'workstations', 'get'>['lastMove'] {
  if (last === null) return null;
  const { failure, ...move } = last;
  return { ...move, failure: failure && { code: failure.code, params: failure.params ?? {} } };
}

export const workstationsRouters = { workstations: { ...makers, ...keepers } };
