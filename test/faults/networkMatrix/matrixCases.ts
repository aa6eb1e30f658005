import type { ProxyFault } from '../../doubles/faultProxy.ts';
import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';
import type { MatrixBench } from './matrixBench.ts';

/** How sure a call that changes something must be; `done`: the reply is whole and believed, `not-done`: either failure. */
export type Sureness = 'done' | 'unknown' | 'did-not-happen' | 'not-done';

/** Where a call meets its fault. */
export type Place =
  | { readonly at: 'double'; readonly fault: ScriptedFault }
  | { readonly at: 'road'; readonly fault: ProxyFault }
  /** Instead of the platform: nothing there, another server, a certificate nobody trusts … */
  | { readonly at: 'address'; readonly stranger: Stranger };

export type Stranger =
  | 'no-such-host'
  | 'nobody-listens'
  | 'silent-handshake'
  | 'cut-handshake'
  | 'self-signed'
  | 'wrong-host'
  | 'plain-on-tls';

export interface MatrixCase {
  /** Row of the matrix and what it is. */
  readonly row: string;
  readonly place: Place;
  readonly sureness: Sureness;
}

const strangers: readonly (readonly [row: string, stranger: Stranger])[] = [
  ['1 the name is not found', 'no-such-host'],
  ['2 refused', 'nobody-listens'],
  ['3 the handshake hangs', 'silent-handshake'],
  ['4 the handshake is cut', 'cut-handshake'],
  ['4 self-signed certificate', 'self-signed'],
  ["4 another host's certificate", 'wrong-host'],
  ['4 plain text where TLS is due', 'plain-on-tls'],
];

const atDouble = (row: string, fault: ScriptedFault, sureness: Sureness): MatrixCase => ({
  row,
  place: { at: 'double', fault: { times: 1, ...fault } },
  sureness,
});

const onRoad = (row: string, fault: ProxyFault, sureness: Sureness): MatrixCase => ({
  row,
  place: { at: 'road', fault },
  sureness,
});

/** The same fault with the order entered in the ledger and without. */
const bothWays = (row: string, fault: ScriptedFault): MatrixCase[] =>
  [true, false].map((accept) =>
    atDouble(`${row}, ${accept ? 'accepted' : 'not accepted'}`, { ...fault, accept }, 'unknown'),
  );

const raw = (row: string, body: string): MatrixCase[] => bothWays(row, { kind: 'reply', body });

function roadCases(requestBytes: number, replyBytes: number): MatrixCase[] {
  const everywhere = Array.from({ length: Math.ceil(replyBytes / 64) }, (_, at) => at * 64);
  const head = 40;
  return [
    onRoad('5 the request is taken and never answered', { kind: 'swallow' }, 'unknown'),
    // Whether a byte of ours had left before this reset is the race of two programs.
    onRoad('6 reset before the request', { kind: 'reset-request', afterBytes: 0 }, 'not-done'),
    ...[1, requestBytes >> 1, requestBytes].map((afterBytes) =>
      onRoad(`6 reset after ${afterBytes} request bytes`, { kind: 'reset-request', afterBytes }, 'unknown'),
    ),
    ...[0, head, replyBytes - 10].map((atByte) =>
      onRoad(`7 silence after ${atByte} reply bytes`, { kind: 'stall', atByte }, 'unknown'),
    ),
    ...[1, 2, 3, 5, 7].map((pieceBytes) =>
      onRoad(`11 pieces of ${pieceBytes} bytes`, { kind: 'slice', pieceBytes }, 'done'),
    ),
    ...everywhere.flatMap((atByte) => [
      onRoad(`12 closed at reply byte ${atByte}`, { kind: 'cut', atByte }, 'unknown'),
      onRoad(`12 reset at reply byte ${atByte}`, { kind: 'reset', atByte }, 'unknown'),
    ]),
    onRoad('16 JSON called HTML', { kind: 'rewrite', from: 'application/json', to: 'text/html' }, 'done'),
    onRoad('20 the request arrives twice', { kind: 'twice' }, 'done'),
  ];
}

function statusCases(): MatrixCase[] {
  const refusedUnread = (row: string, fault: Omit<ScriptedFault, 'kind'>) =>
    atDouble(row, { kind: 'status', ...fault }, 'did-not-happen');
  return [
    ...[500, 502, 503, 504, 520].flatMap((status) =>
      bothWays(`13 status ${status}`, { kind: 'status', status }),
    ),
    ...[undefined, '7', '99999999', 'soon', '-1'].map((after) =>
      refusedUnread(`14 status 429, Retry-After ${after}`, {
        status: 429,
        ...(after === undefined ? {} : { headers: { 'retry-after': after } }),
      }),
    ),
    ...[401, 403].map((status) => refusedUnread(`15 status ${status}`, { status })),
    ...bothWays('16 status 204', { kind: 'status', status: 204 }),
    ...[301, 302, 303, 307, 308].flatMap((status) =>
      ['http://127.0.0.1:9/', 'https://no-such-host.invalid/', '/'].flatMap((location) =>
        bothWays(`24 status ${status} to ${location}`, { kind: 'status', status, headers: { location } }),
      ),
    ),
    // A proxy that wants to know who we are has passed nothing on.
    refusedUnread('25 status 407', { status: 407 }),
    ...bothWays('25 status 511', { kind: 'status', status: 511 }),
  ];
}

function bodyCases(bench: MatrixBench): MatrixCase[] {
  return [
    ...bothWays('16 HTML', { kind: 'html' }),
    ...bothWays('16 empty', { kind: 'empty' }),
    atDouble('17 JSON without its end', { kind: 'cut-json' }, 'unknown'),
    ...raw('17 one key twice', '{"code":200,"code":500,"ResultCode":"100","ResultCode":"105"}'),
    ...raw('17 1e400', '{"code":1e400,"ResultCode":1e400,"apiResultCode":1e400}'),
    ...raw('17 NaN', '{"code":NaN}'),
    ...raw('17 a list', '[]'),
    ...raw('17 null', 'null'),
    ...raw('17 a number', '200'),
    ...raw('17 an empty object', '{}'),
    ...raw('17 null bytes', '\u0000\u0000\u0000'),
    ...bothWays('17 GBK called UTF-8', { kind: 'gbk' }),
    ...bothWays('17 nested 10,000 deep', { kind: 'deep' }),
    ...bothWays('17 8 MB', { kind: 'giant' }),
    ...raw('18 XML with an entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'),
    ...raw('18 billion laughs', '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r>&b;</r>'),
    ...bothWays('26 compressed', { kind: 'gzip' }),
    atDouble('5 accepted, then silence', { kind: 'accept-then-silence' }, 'unknown'),
    atDouble('8 slow drip', { kind: 'slow-drip' }, 'unknown'),
    atDouble('21 accepted, the reply is lost', { kind: 'accept-then-drop' }, 'unknown'),
    atDouble('15 wrong signature', { kind: 'reply', body: bench.signatureFault }, 'did-not-happen'),
    atDouble('13 the platform is out of order', { kind: 'reply', body: bench.systemFault }, 'unknown'),
  ];
}

/** Every fault that one call of a platform can meet; the lengths are those of its messages. */
export function matrixCases(bench: MatrixBench, requestBytes: number, replyBytes: number): MatrixCase[] {
  return [
    ...strangers.map(
      ([row, stranger]): MatrixCase => ({
        row,
        place: { at: 'address', stranger },
        sureness: 'did-not-happen',
      }),
    ),
    ...roadCases(requestBytes, replyBytes),
    ...statusCases(),
    ...bodyCases(bench),
  ];
}

/** What only a booking's reply can have wrong. */
export function bookingCases(bench: MatrixBench): MatrixCase[] {
  return [
    atDouble('19 a success without a number', { kind: 'patch', body: bench.numberMissing }, 'unknown'),
    atDouble("19 another order's number", { kind: 'patch', body: bench.otherOrder }, 'unknown'),
    atDouble('the carrier says no', { kind: 'reply', body: bench.refusal }, 'did-not-happen'),
  ];
}
