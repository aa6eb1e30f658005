import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { listSerialPorts, nameOfPort, type SerialPortInfo } from '../../../serial/listPorts.ts';
import type { DiscoveredPrinter } from '../../kit/printerTransport.ts';

export const printersOnPorts = (ports: readonly SerialPortInfo[]): DiscoveredPrinter[] =>
  ports.map((port) => ({
    uri: port.path.startsWith('/') ? `serial://${port.path}` : `serial://${encodeURIComponent(port.path)}`,
    name: nameOfPort(port),
    kind: 'serial' as const,
    state: 'unknown' as const,
  }));

export async function discoverSerial(): Promise<Outcome<readonly DiscoveredPrinter[]>> {
  const ports = await listSerialPorts();
  return ports === null
    ? failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'serial' })
    : done(printersOnPorts(ports));
}
