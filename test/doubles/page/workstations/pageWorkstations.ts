import type { implement } from '@orpc/server';
import type { contract } from '../../../../shared/contracts/contract.ts';
import type { WorkstationsView } from '../../../../shared/contracts/workstations/workstations.ts';
import { pageRecoveryCode } from '../pageKeys.ts';
import type { PageWorld } from '../pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export const pageInvitation = `SHIPDESK1-${'q1ZKzi9KVbJSSs4vKk4tUUjOzy0oSi0uVrJSMjS1MDU3NjQ2MTIwMFCqBQA'.repeat(6)}x7RkQ2aB`;
export const pageFingerprint = '5f'.repeat(31).concat('a0');
/** One that follows the first, with a certificate of its own. */
export const secondHost = '192.168.1.11';
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

/** Three benches and one that was shut out (`renewed`: one of them lacks the new keys), or a server that does not answer; a book in a file where none is meant. */
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
  const view = (): WorkstationsView => {
    if (!own.session.isOnServer) return { server: null, trouble: '', heardAt: null, workstations: [] };
    if (options.benches === 'away')
      return { server: place, trouble: 'SERVER_AWAY', heardAt: now() - 6 * minuteMs, workstations: [] };
    return { server: place, trouble: '', heardAt: now(), workstations };
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
    lookAtCertificate: os.workstations.lookAtCertificate.handler(({ input: { host } }) => {
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
    shutOut: os.workstations.shutOut.handler(({ input: { name } }) => {
      workstations = workstations.map((one) =>
        one.name === name ? { ...one, isAtWork: false, duties: [], shutOutAt: now() } : one,
      );
      tell('operators');
      return view();
    }),
  };
}
