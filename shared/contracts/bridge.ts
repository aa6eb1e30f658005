import type { UpgradeProgressListener } from '../domain/upgrade.ts';

export type {
  UpgradeListener,
  UpgradeProgress,
  UpgradeProgressListener,
  UpgradeStep,
} from '../domain/upgrade.ts';

/**
 * `up`: the core is ready · `down`: it is starting, or died and is being started again · `refused`: it cannot open the
 * workspace and the operator was shown why.
 */
export const coreStates = ['up', 'down', 'refused'] as const;
export type CoreState = (typeof coreStates)[number];

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const languageChoices = ['zh-CN', 'en'] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/**
 * `window.shipdesk`: all the page gets from Electron. Named functions only; nothing here returns an Electron object.
 *
 * The core's port does not travel through this object, because a MessagePort cannot cross the context bridge. After
 * `connect()` it arrives as a `message` event of the window itself: `data.kind === portMessageKind`, the port in
 * `ports[0]`. Accept it only when `event.source === window` and `event.origin === location.origin`. Another one
 * arrives unasked whenever the core was restarted; the previous is dead then, so drop its client.
 */
export interface ShipdeskBridge {
  /** Asks for a port to the core. The listener for the `message` event has to be in place when the script that calls it has run. */
  connect(): void;
  /** Called with the present state once `connect` was called, then at each change. Returns what stops listening. */
  onCoreState(listener: (state: CoreState) => void): () => void;
  /** Called with how far the upgrade of the workspace is, at each change; null: there is none. Returns what stops listening. */
  onUpgrade(listener: UpgradeProgressListener): () => void;
  /** Opens the system's dialog; what was chosen, nothing when cancelled. */
  chooseFiles(purpose: ChoosePurpose): Promise<readonly HandedFile[]>;
  /** Those of the dropped or pasted `File`s that are on disk: files and folders for `imports`. */
  handFiles(files: readonly unknown[]): Promise<readonly HandedFile[]>;
  /** Puts text on the clipboard. Only on the operator's action: it may hold personal data. */
  copyText(text: string): Promise<void>;
  /** Opens a page of an allowed host (carriers' tracking pages) in the system's browser; false when refused. */
  openExternal(url: string): Promise<boolean>;
  /** Shows a file that the program wrote into its workspace in the system's file manager; false when refused. */
  showFile(fileToken: string): Promise<boolean>;
  setTheme(theme: ThemeChoice): Promise<void>;
  /** What the window begins with while nobody has chosen a language on this computer. */
  readonly startLanguage: LanguageChoice;
  /** Chosen by a person or by the workspace: menu and dialogs follow it, also at the next start. */
  setLanguage(language: LanguageChoice): Promise<void>;
  /** Whether the window opens when this user of the system signs in; null: a program that is not installed. */
  autostart(): Promise<boolean | null>;
  /** Answers what is true afterwards: the system may refuse. */
  setAutostart(isOn: boolean): Promise<boolean | null>;
  /** A batch was sent by a click and is not in the queue yet, or not any more: closing the window asks. */
  reportStarting(isStarting: boolean): void;
}

/**
 * A file or folder that the operator handed over. The token stands for it until the page is left, for this one purpose
 * only; where it lies is known to main and the core.
 */
export interface HandedFile {
  readonly fileToken: string;
  readonly name: string;
}

/** What the files are for; decides title and file types of the dialog, and the only use their tokens have. */
export const choosePurposes = [
  'orders',
  /** A folder of order files, read once. */
  'folder',
  /** The folder of the automatic import. */
  'watch',
  'prices',
  /** Barcodes of goods that are taught. */
  'goods-codes',
  /** A carrier's bill. */
  'bill',
  /** A platform's upload template, to be filled with waybill numbers. */
  'template',
  'backup',
  /** Where else backups go. */
  'backup-folder',
  /** An installer of another version, or the release beside it. */
  'update',
  /** A file that is kept with the record of a platform. */
  'evidence',
  /** Of the authority that signs for the server of the order book. */
  'certificate',
] as const;
export type ChoosePurpose = (typeof choosePurposes)[number];

/** Main's word to the preload of a new window, before any message can pass. */
export const startLanguageSwitch = '--shipdesk-language=';

export const portMessageKind = 'shipdesk:port';

/** Names of the few messages between a page's preload and Electron's main. All other traffic goes over the page's port. */
export const bridgeChannels = {
  connect: 'shipdesk:connect',
  port: 'shipdesk:port',
  coreState: 'shipdesk:core-state',
  upgrade: 'shipdesk:upgrade',
  chooseFiles: 'shipdesk:choose-files',
  handFiles: 'shipdesk:hand-files',
  copyText: 'shipdesk:copy-text',
  openExternal: 'shipdesk:open-external',
  showFile: 'shipdesk:show-file',
  setTheme: 'shipdesk:set-theme',
  setLanguage: 'shipdesk:set-language',
  autostart: 'shipdesk:autostart',
  setAutostart: 'shipdesk:set-autostart',
  starting: 'shipdesk:starting',
} as const;
