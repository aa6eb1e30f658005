export type PrinterKind = 'virtual' | 'tcp';

export const labelSizes = ['76x130', '100x150', '100x180'] as const;
export const printerLanguages = ['tspl', 'zpl', 'cpcl', 'escpos'] as const;
export const resolutionsDpi = ['203', '300'] as const;

export interface PrinterDraft {
  readonly kind: PrinterKind;
  readonly host: string;
  readonly port: string;
  readonly language: (typeof printerLanguages)[number];
  readonly dpi: (typeof resolutionsDpi)[number];
  readonly size: (typeof labelSizes)[number];
}

const maxPort = 65_535;

/**
 * The address of a printer as the core reads it: `virtual:?dpi=203&size=76x130` prints into the workspace's own
 * folder, `tcp://HOST:PORT?lang=…&dpi=…&size=…` onto the network. null while incomplete.
 */
export function printerUri({ kind, host, port, language, dpi, size }: PrinterDraft): string | null {
  if (kind === 'virtual') return `virtual:?dpi=${dpi}&size=${size}`;
  const number = Number(port);
  const isHost = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host.trim());
  if (!isHost || !Number.isInteger(number) || number < 1 || number > maxPort) return null;
  return `tcp://${host.trim()}:${number}?lang=${language}&dpi=${dpi}&size=${size}`;
}
