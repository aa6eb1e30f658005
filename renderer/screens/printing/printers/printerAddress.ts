import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Ways to a printer, the usual one first. */
const printerWays = ['spool', 'tcp', 'usb', 'serial', 'virtual'] as const;
type PrinterWay = (typeof printerWays)[number];

export const printerLanguages = ['tspl', 'zpl', 'cpcl', 'escpos'] as const;
/** Forms a language can write a picture in, where it leaves a choice. */
export const pictureEncodings: Readonly<Record<string, readonly string[]>> = { zpl: ['z64', 'acs', 'hex'] };
export const resolutionsDpi = ['203', '300'] as const;

/** Where a printer is; what each way needs of it. */
export interface PrinterPlace {
  readonly way: PrinterWay;
  /** Queue of the system's spooler. */
  readonly queue: string;
  readonly host: string;
  readonly port: string;
  /** Device file of a USB printer or serial port. */
  readonly device: string;
  readonly baud: string;
}

export interface PrinterMedia {
  readonly language: string;
  readonly dpi: string;
  readonly size: string;
}

/** The port label printers listen on for raw data is 9100; serial ones are mostly set to 9600 baud. */
export const emptyPlace: PrinterPlace = {
  way: 'spool',
  queue: '',
  host: '',
  port: '9100',
  device: '',
  baud: '9600',
};

const maxPort = 65_535;
const isHost = (text: string): boolean => /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text);

function isWhole(text: string, highest: number): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= highest;
}

/** A Windows port (`COM3`) as well as a device file. */
const isDevice = (text: string): boolean => /^(\/dev\/[\w./-]+|COM\d{1,3})$/i.test(text);

function location(place: PrinterPlace): string | null {
  const [host, device] = [place.host.trim(), place.device.trim()];
  switch (place.way) {
    case 'virtual':
      return 'virtual:';
    case 'spool':
      return place.queue === '' ? null : `spool://${encodeURIComponent(place.queue)}`;
    case 'tcp':
      return isHost(host) && isWhole(place.port, maxPort) ? `tcp://${host}:${Number(place.port)}` : null;
    case 'usb':
      return isDevice(device) ? `file://${device}` : null;
    case 'serial':
      return isDevice(device) && isWhole(place.baud, 4_000_000) ? `serial://${device}` : null;
  }
}

/** The address of a printer as the core reads it; null while incomplete. */
export function printerUri(place: PrinterPlace, media: PrinterMedia): string | null {
  const at = location(place);
  if (at === null) return null;
  const options = [
    ...(place.way === 'serial' ? [`baud=${Number(place.baud)}`] : []),
    ...(place.way === 'virtual' ? [] : [`lang=${media.language}`]),
    `dpi=${media.dpi}`,
    `size=${media.size}`,
  ];
  return `${at}?${options.join('&')}`;
}

/** What a person calls the place of a printer: the queue, the address, the port; empty for the virtual one. */
export function placeOfUri(uri: string): { readonly way: PrinterWay; readonly at: string } {
  const [, scheme = '', rest = ''] = /^([a-z]+):(?:\/\/)?([^?]*)/i.exec(uri) ?? [];
  const way = scheme.toLowerCase() === 'file' ? 'usb' : printerWays.find((known) => known === scheme);
  if (way === undefined || way === 'virtual') return { way: 'virtual', at: rest };
  return { way, at: way === 'spool' ? decodeSafely(rest) : rest };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A found printer's address without language and paper → the place it names. */
export function placeFromFound(uri: string): PrinterPlace {
  const { way, at } = placeOfUri(uri);
  const baud = new URLSearchParams(/\?([^?]*)$/.exec(uri)?.[1] ?? '').get('baud');
  switch (way) {
    case 'spool':
      return { ...emptyPlace, way, queue: at };
    case 'tcp': {
      const [host = '', port = emptyPlace.port] = at.split(':');
      return { ...emptyPlace, way, host, port };
    }
    case 'virtual':
      return { ...emptyPlace, way };
    default:
      return { ...emptyPlace, way, device: at, baud: baud ?? emptyPlace.baud };
  }
}

/** Where a printer is and what lies in it, as a person says it: 网络 192.168.1.50:9100 · 76 × 130 毫米. */
export function usePlaceWords(): (uri: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (uri) => {
      const { way, at } = placeOfUri(uri);
      const options = new URLSearchParams(uri.split('?').at(-1) ?? '');
      const [size, dpi] = [options.get('size'), options.get('dpi')];
      return [
        `${t(`printerSetup.way.${way}`)} ${at}`.trim(),
        size === null ? '' : t('settings.sizeMm', { size: size.replace('x', ' × ') }),
        dpi === null ? '' : t('settings.dpi', { dpi }),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    },
    [t],
  );
}
