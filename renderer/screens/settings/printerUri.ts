export type PrinterKind = 'virtual' | 'tcp';

/** Ports a TCP printer may have. */
const maxPort = 65_535;

interface PrinterDraft {
  readonly kind: PrinterKind;
  readonly name: string;
  readonly host: string;
  readonly port: string;
}

/** The address of a printer as the core names it (`virtual:front`, `tcp://192.168.1.50:9100`), null while incomplete. */
export function printerUri({ kind, name, host, port }: PrinterDraft): string | null {
  if (name.trim() === '') return null;
  if (kind === 'virtual') return `virtual:${encodeURIComponent(name.trim())}`;
  const number = Number(port);
  const isHost = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host.trim());
  if (!isHost || !Number.isInteger(number) || number < 1 || number > maxPort) return null;
  return `tcp://${host.trim()}:${number}`;
}
