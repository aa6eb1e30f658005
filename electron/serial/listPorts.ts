import { loadSerial } from './serialPort.ts';

/** What the module reports about a port. */
export interface SerialPortInfo {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  /** Windows: `USB-SERIAL CH340 (COM3)`. */
  readonly friendlyName?: string | undefined;
  /** Linux: `usb-1a86_USB2.0-Serial-if00-port0`. */
  readonly pnpId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/** Chips of the usual adapters by USB vendor id: what is printed on their plugs. */
const adapters: Readonly<Record<string, string>> = {
  '1a86': 'CH340',
  '10c4': 'CP210x',
  '0403': 'FTDI',
  '067b': 'PL2303',
};

/** What a person finds on the plug or in the system's settings; a bus number names nothing. */
export function nameOfPort({
  path,
  manufacturer = '',
  vendorId = '',
  friendlyName,
  pnpId,
}: SerialPortInfo): string {
  const port = path.split('/').at(-1) ?? path;
  if (friendlyName !== undefined && friendlyName !== '') return friendlyName.slice(0, 60);
  const maker = /^[0-9a-f]{4}$/i.test(manufacturer) ? '' : manufacturer;
  const product = /^usb-[0-9a-f]{4}_(.+?)(?:_[0-9A-Za-z]{6,})?-if\d+/i.exec(pnpId ?? '')?.[1] ?? '';
  const words = adapters[vendorId.toLowerCase()] ?? (maker === '' ? product.replaceAll('_', ' ') : maker);
  return `${words} ${port}`.trim().slice(0, 60);
}

/** Ports on the board of a PC are listed even where nothing is plugged in; an adapter names its maker. */
export const portsInUse = (ports: readonly SerialPortInfo[]): readonly SerialPortInfo[] =>
  ports.filter(({ path, vendorId }) => vendorId !== undefined || !/^\/dev\/ttyS\d+$/.test(path));

/** What is plugged in now; null: this system cannot tell. */
export async function listSerialPorts(): Promise<readonly SerialPortInfo[] | null> {
  const module = await loadSerial();
  if (module === null) return null;
  try {
    return portsInUse(await module.SerialPort.list());
  } catch {
    return null;
  }
}

/** Of an adapter: maker, kind and number of this very plug. Empty: the port is not one of a plug. */
export function plugOf({ vendorId = '', productId = '', serialNumber = '' }: SerialPortInfo): string {
  return vendorId === '' ? '' : [vendorId, productId, serialNumber].join(':').toLowerCase();
}
