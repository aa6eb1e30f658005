import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { DiscoveredPrinter } from '../../kit/printerTransport.ts';
import { loadSerial } from './openSerial.ts';

/** What the module tells of a port. */
interface SerialPortInfo {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

/** Ports on the board of a PC are listed even where nothing is plugged in; an adapter names its maker. */
export function portsToOffer(ports: readonly SerialPortInfo[]): DiscoveredPrinter[] {
  return ports
    .filter(({ path, vendorId }) => vendorId !== undefined || !/^\/dev\/ttyS\d+$/.test(path))
    .map(({ path, manufacturer }) => ({
      uri: path.startsWith('/') ? `serial://${path}` : `serial://${encodeURIComponent(path)}`,
      name: manufacturer === undefined || manufacturer === '' ? path : `${manufacturer} ${path}`.slice(0, 60),
      kind: 'serial' as const,
      state: 'unknown' as const,
    }));
}

export async function discoverSerial(): Promise<Outcome<readonly DiscoveredPrinter[]>> {
  const module = await loadSerial();
  if (module === null) return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'serial' });
  try {
    return done(portsToOffer(await module.SerialPort.list()));
  } catch {
    return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'serial' });
  }
}
