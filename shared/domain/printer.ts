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

/** Settings a printer language has a command for that every device of it knows. */
export interface LanguageSettings {
  readonly density: boolean;
  readonly speed: boolean;
  readonly gap: boolean;
}

/** What is known of a printer language without drawing anything. */
export interface LanguageFacts {
  /** As addresses name it. */
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
  readonly resolutionsDpi: readonly (203 | 300)[];
  readonly settings: LanguageSettings;
  /** Forms the picture can be written in, the usual one first; none: there is one only. */
  readonly encodings: readonly string[];
  /** Its devices print slips, lists and separators as well as labels. */
  readonly printsReceipts: boolean;
}

/** One thing a person enters or chooses of where a printer is. */
export interface PlaceField {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly initial: string;
  /** What the whole text must look like, as a regular expression. */
  readonly pattern: string;
  readonly example: string;
  /** Values that are offered; none: it is typed. */
  readonly choices: readonly string[];
  /** `plain` and `escaped` stand in the address, `option` behind its question mark. */
  readonly place: 'plain' | 'escaped' | 'option';
  /** It comes with a printer that was found, and nobody types it. */
  readonly isGiven: boolean;
}

/** What is known of a way to a printer without opening it. */
export interface WayFacts {
  /** The scheme of its addresses. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** `{field}` stands for what is entered. */
  readonly address: string;
  readonly fields: readonly PlaceField[];
  /** An address as a person writes it, in a message. */
  readonly example: string;
  /** A printer nobody named: `{at}` is its place, `{last}` the last part of it; an ending everybody has is left out. */
  readonly plainName: string;
  readonly commonEnding: string;
  /** How a person comes to one: from the list of what this computer knows, by its address, or without a device. */
  readonly foundBy: 'list' | 'address' | 'nothing';
  /** Who answers when it is asked how it is. */
  readonly stateFrom: 'device' | 'spooler';
  /** It keeps bytes and pictures as files, whatever the language. */
  readonly keepsFiles: boolean;
}

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
  /** How pictures are written, where its language leaves a choice; null: as its address says, else as usual. */
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
