import type { LabelSize } from './labelDocument.ts';

export const printerStates = [
  'ready',
  'busy',
  'paper-out',
  'head-open',
  'error',
  'offline',
  'unknown',
] as const;
export type PrinterState = (typeof printerStates)[number];

/** Where the word about a printer comes from; `disagrees`: two sources contradict each other, so nobody knows. */
export const printerWhys = [
  'device-says',
  'spooler-says',
  'last-job',
  'silent',
  'unreachable',
  'disagrees',
  'never-asked',
  'address-invalid',
] as const;
export type PrinterWhy = (typeof printerWhys)[number];

/** What is set for one printer on this workstation. */
export interface PrinterProfile {
  /** Moves the picture right (down); tenths of a millimetre, ±100. */
  readonly offsetXTenthMm: number;
  readonly offsetYTenthMm: number;
  /** 0–15, darker upwards; null: as set on the printer. */
  readonly density: number | null;
  /** Inches a second, 1–14; null: as set on the printer. */
  readonly speedInchesPerSecond: number | null;
  /** Space between two labels, tenths of a millimetre; 0: continuous paper; null: as usual for the size. */
  readonly gapTenthMm: number | null;
  /** How pictures are written, where its language leaves a choice (ZPL: z64, acs, hex); null: as its address says, else as usual. */
  readonly encoding: string | null;
  /** It answered when it was asked at setup: it is asked around each label, on the label's own connection. */
  readonly answersStatus: boolean;
  /** Labels handed over and not yet known to be printed, at most this many; 1–50. */
  readonly unconfirmedWindow: number;
  /** Takes over what certainly did not print here; empty: none. */
  readonly backupUri: string;
  /** The paper a person said lies in it; labels of another size are refused. Empty: not said. */
  readonly loadedSize: LabelSize | '';
  /** Paused by a person: nothing is sent, nothing is lost. */
  readonly isPaused: boolean;
}

export const defaultPrinterProfile: PrinterProfile = {
  offsetXTenthMm: 0,
  offsetYTenthMm: 0,
  density: null,
  speedInchesPerSecond: null,
  gapTenthMm: null,
  encoding: null,
  answersStatus: false,
  unconfirmedWindow: 5,
  backupUri: '',
  loadedSize: '',
  isPaused: false,
};

/** Stands for an address: the printer that the routing rules choose. */
export const routedPrinterUri = 'auto:';
