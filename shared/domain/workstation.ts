/** A PC that works on an order book: an embedded workspace has one, a book on a server as many as have joined it. */
export interface Workstation {
  /** What it claims is written down under it. */
  readonly id: string;
  /** Other workstations work on the same book. */
  readonly isShared: boolean;
}

/** What is done for a whole book by one of its workstations, however many are open. */
export const dutyNames = [
  'tracking',
  'pushes',
  'cases',
  'alarms',
  'reviews',
  'webhooks',
  'events',
  'retention',
] as const;
export type DutyName = (typeof dutyNames)[number];

/**
 * How the server of a book proves itself: not at all, which is taken within one computer alone; by an authority that the system
 * trusts, or one whose certificate was given; by this very certificate.
 */
export const serverProofs = ['plain', 'system', 'ca', 'pin'] as const;
export type ServerProof = (typeof serverProofs)[number];

export const mostBenchNameCharacters = 40;
/** A certificate, an address and a secret are a tenth of it. */
export const mostInvitationCharacters = 60_000;
export const usualServerPort = 5432;

export interface ServerHost {
  /** One that begins with `/` is the folder of a socket. */
  readonly host: string;
  readonly port: number;
}

/** More than anybody lets follow one server. */
const mostHosts = 8;

/**
 * Of one server, or of several that hold the same book: `a,b:5433`, where one without a port has the common one. null: it is no such list.
 */
export function hostsOf({ host, port }: ServerHost): readonly ServerHost[] | null {
  const hosts = host.split(',').map((one) => hostOf(one.trim(), port));
  const known = hosts.filter((one) => one !== null);
  return known.length === hosts.length && hosts.length <= mostHosts ? known : null;
}

function hostOf(typed: string, usual: number): ServerHost | null {
  // A socket, or an address of the sixth version without brackets.
  if (typed.startsWith('/') || /^[^[]*:.*:/.test(typed)) return { host: typed, port: usual };
  const [, inBrackets, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(typed) ?? [];
  const host = inBrackets ?? plain;
  const number = port === undefined ? usual : Number(port);
  return host === undefined || number < 1 || number > 65_535 ? null : { host, port: number };
}

/** As people write it; of several one behind the other. */
export const shownHosts = (address: ServerHost): string =>
  (hostsOf(address) ?? [address]).map(shownHost).join(', ');

function shownHost({ host, port }: ServerHost): string {
  if (host.startsWith('/')) return host;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Within this computer: nobody on the network hears what is said. */
export const isWithinComputer = ({ host }: Pick<ServerHost, 'host'>): boolean =>
  hostsOf({ host, port: usualServerPort })?.every((one) => isLocal(one.host)) ?? false;

const isLocal = (host: string): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Of a certificate, as people type and tools print it: 64 hexadecimal digits. null: it is none. */
export function readPin(typed: string): string | null {
  const digits = typed.replace(/^.*=/, '').replace(/[:\s]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null;
}

/** Of several servers, between commas: each one's own. null: one of them is none. */
export function readPins(typed: string): readonly string[] | null {
  const pins = typed.split(',').map(readPin);
  const read = pins.filter((pin) => pin !== null);
  return read.length === pins.length ? read : null;
}

/** The one of an embedded workspace. */
export const onlyWorkstation: Workstation = { id: 'own', isShared: false };
