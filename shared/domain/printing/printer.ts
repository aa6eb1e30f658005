import type { z } from 'zod';
import type { DeepReadonly } from '../fields.ts';
import type { languageFacts, printerProfileSchema, wayFacts } from './printerSchema.ts';

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

export type LanguageFacts = DeepReadonly<z.infer<typeof languageFacts>>;
export type WayFacts = DeepReadonly<z.infer<typeof wayFacts>>;
/** One thing a person enters or chooses of where a printer is. */
export type PlaceField = WayFacts['fields'][number];
export type PrinterProfile = DeepReadonly<z.infer<typeof printerProfileSchema>>;

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
