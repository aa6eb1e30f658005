import type { implement } from '@orpc/server';
import type { contract } from '../../../../shared/contracts/contract.ts';
import type { MoveInput, WorkstationsView } from '../../../../shared/contracts/workstations/workstations.ts';
import { dayMs, minuteMs } from '../../../../shared/rules/shopTime.ts';
import { pageRecoveryCode } from '../pageKeys.ts';
import type { PageWorld } from '../pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

export const pageInvitation = `SHIPDESK1-${'q1ZKzi9KVbJSSs4vKk4tUUjOzy0oSi0uVrJSMjS1MDU3NjQ2MTIwMFCqBQA'.repeat(6)}x7RkQ2aB`;
export const pageFingerprint = '5f'.repeat(31).concat('a0');
/** One that follows the first, with a certificate of its own. */
export const secondHost = '192.168.1.11';
/** Of a book that moves; where it does not stand on its way it is there after a moment. */
const movedRows = 48_200;
const movedAfterMs = 1_500;
/** Somewhere nobody answers. */
export const awayHost = '192.168.1.99';

/** As large as that of such a code, and nothing that could be read. */
function samplePicture() {
  const side = 157;
  const bytesPerRow = Math.ceil(side / 8);
  const bits = Uint8Array.from({ length: side * bytesPerRow }, (_, at) => (at * 37) % 256);
  return { side, bytesPerRow, bitsBase64: btoa(String.fromCharCode(...bits)) };
}

const first = { duties: [], program: '0.1.0', shutOutAt: null, isOwn: false, hasKey: true };

/** Three benches and one that was shut out (`renewed`: one of them lacks the new keys; `alone`: only this one), or a server that does not answer; a book in a file where none is meant. */
export function pageWorkstations(os: Os, { own, now, fail, tell, options }: PageWorld) {
  const place = {
    host: '192.168.1.10',
    port: 5432,
    database: 'shipdesk',
    user: 'shipdesk',
    proof: 'pin' as const,
    fingerprints: [pageFingerprint],
    isPersonalSealed: true,
  };
  let workstations: WorkstationsView['workstations'] = [
    {
      ...first,
      name: '打包台 1',
      isOwn: true,
      isAtWork: true,
      duties: ['tracking', 'cases', 'alarms'],
      joinedAt: now() - 40 * dayMs,
      seenAt: now() - 4_000,
    },
    { ...first, name: '打包台 2', isAtWork: true, joinedAt: now() - 39 * dayMs, seenAt: now() - 7_000 },
    {
      ...first,
      name: '办公室',
      isAtWork: false,
      joinedAt: now() - 12 * dayMs,
      seenAt: now() - 3 * dayMs,
      hasKey: options.benches !== 'renewed',
    },
    {
      ...first,
      name: '旧电脑',
      isAtWork: false,
      joinedAt: now() - 40 * dayMs,
      seenAt: now() - 21 * dayMs,
      shutOutAt: now() - 20 * dayMs,
    },
  ];
  let lastMove: WorkstationsView['lastMove'] = null;
  let begunMove: WorkstationsView['begunMove'] =
    options.move === 'cut' ? { place: '192.168.1.10/shipdesk', at: now() - 6 * minuteMs } : null;
  const view = (): WorkstationsView => {
    const moves = { lastMove, begunMove };
    if (!own.session.isOnServer)
      return { server: null, trouble: '', heardAt: null, clockGap: null, workstations: [], ...moves };
    if (options.benches === 'away')
      return {
        server: place,
        trouble: 'SERVER_AWAY',
        heardAt: now() - 6 * minuteMs,
        clockGap: null,
        workstations: [],
        ...moves,
      };
    return { server: place, trouble: '', heardAt: now(), clockGap: null, workstations, ...moves };
  };
  if (options.benches === 'alone') workstations = workstations.filter(({ isOwn }) => isOwn);
  const placeOf = (target: MoveInput): string =>
    target.to === 'here' ? '' : `${target.server.host}/${target.server.database}`;
  const checked = (target: MoveInput) => {
    if (target.to === 'server') reach(target.server.host);
    else if (workstations.some(({ isAtWork, isOwn }) => isAtWork && !isOwn))
      fail('SERVER_BENCHES_AT_WORK', { names: '打包台 2' });
    return { place: placeOf(target), orders: 1_204 };
  };
  /** It stands at some rows until somebody stops it or `moveOn` is told. */
  const moving = (goesTo: string, rows: number) => {
    own.session = {
      ...own.session,
      state: 'moving',
      moving: { place: goesTo, rows, total: movedRows * 2, isStopping: false },
    };
    tell('session');
    return own.session;
  };
  const ended = (isDone: boolean) => {
    const { moving: gone, ...session } = own.session;
    if (gone === undefined) return own.session;
    lastMove = {
      place: gone.place,
      copied: isDone ? { rows: movedRows, earlier: 'none', kept: 0 } : null,
      failure: isDone ? null : { code: 'MOVE_STOPPED', params: {} },
    };
    own.session = { ...session, state: 'open', isOnServer: isDone ? gone.place !== '' : session.isOnServer };
    tell('session', 'operators');
    return own.session;
  };
  const opened = () => {
    own.session = { ...own.session, state: 'open', isPractice: false, isOnServer: true };
    return own.session;
  };
  const reach = (host: string): void => {
    if (host === awayHost) fail('SERVER_AWAY');
  };
  return {
    get: os.workstations.get.handler(view),
    usualName: os.workstations.usualName.handler(() => ({ name: 'DESKTOP-7QK2' })),
    fetchCertificate: os.workstations.fetchCertificate.handler(({ input: { host } }) => {
      reach(host);
      const issued = 'CN=shop-server';
      return {
        fingerprint: host === secondHost ? 'b2'.repeat(32) : pageFingerprint,
        subject: issued,
        issuer: issued,
        validUntil: now() + 3_000 * dayMs,
      };
    }),
    create: os.workstations.create.handler(({ input: { server, isPersonalSealed } }) => {
      reach(server.host);
      place.isPersonalSealed = isPersonalSealed;
      return { ...opened(), recoveryCode: pageRecoveryCode };
    }),
    join: os.workstations.join.handler(({ input: { code } }) => {
      if (code.trim() !== pageInvitation)
        fail(code.startsWith('SHIPDESK1-') ? 'INVITATION_SPENT' : 'INVITATION_INVALID');
      return opened();
    }),
    beginAnew: os.workstations.beginAnew.handler(() => {
      const { refusal: _, ...kept } = own.session;
      own.session = { ...kept, state: 'new', closedBecause: '', isOnServer: false };
      return own.session;
    }),
    reconnect: os.workstations.reconnect.handler(({ input: { server } }) => {
      reach(server.host);
      return opened();
    }),
    invite: os.workstations.invite.handler(() => ({
      code: pageInvitation,
      untilAt: now() + 60 * minuteMs,
      isWithinComputer: false,
      picture: samplePicture(),
    })),
    checkMove: os.workstations.checkMove.handler(({ input: { target } }) => checked(target)),
    move: os.workstations.move.handler(({ input: { target } }) => {
      const { place: goesTo } = checked(target);
      if (options.move === 'stands') return moving(goesTo, movedRows / 2);
      setTimeout(() => ended(true), movedAfterMs);
      return moving(goesTo, movedRows * 1.5);
    }),
    stopMove: os.workstations.stopMove.handler(() => ended(false)),
    noteMove: os.workstations.noteMove.handler(() => {
      lastMove = null;
      begunMove = null;
      return view();
    }),
    shutOut: os.workstations.shutOut.handler(({ input: { name } }) => {
      workstations = workstations.map((one) =>
        one.name === name ? { ...one, isAtWork: false, duties: [], shutOutAt: now() } : one,
      );
      tell('operators');
      return view();
    }),
  };
}
