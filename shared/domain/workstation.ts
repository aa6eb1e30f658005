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
export const usualServerPort = 5432;

/** Within this computer: nobody on the network hears what is said. A host that begins with `/` is the folder of a socket. */
export const isWithinComputer = ({ host }: { readonly host: string }): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Of a certificate, as people type and tools print it: 64 hexadecimal digits. null: it is none. */
export function readPin(typed: string): string | null {
  const digits = typed.replace(/^.*=/, '').replace(/[:\s]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null;
}

/** The one of an embedded workspace. */
export const onlyWorkstation: Workstation = { id: 'own', isShared: false };
