import { type BrowserWindow, clipboard, dialog, ipcMain, type OpenDialogOptions, shell } from 'electron';
import { z } from 'zod';
import {
  bridgeChannels,
  type ChoosePurpose,
  choosePurposes,
  type LanguageChoice,
  languageChoices,
  type ThemeChoice,
  themeChoices,
} from '../../shared/contracts/bridge.ts';
import { allowedExternalUrl, allowedShownFile } from './allowedOutside.ts';
import type { HandedFiles } from './handedFiles.ts';
import { isOwnFrame } from './ownPage.ts';
import type { ShellTexts } from './shellText.ts';
import type { Autostart } from './system/autostart.ts';

interface AnswerParts {
  readonly dataFolder: string;
  readonly files: HandedFiles;
  readonly autostart: Autostart | null;
  /** In the language of the window at that moment. */
  text(): ShellTexts;
  setTheme(theme: ThemeChoice): void;
  setLanguage(language: LanguageChoice): void;
  starting(isStarting: boolean): void;
}

/** Answers the named functions of the bridge. The only place that listens to a page's requests. */
export function answerPage(window: BrowserWindow, parts: AnswerParts): void {
  const contents = window.webContents;
  let requests: BridgeRequests | null = null;

  function answer<Name extends keyof BridgeRequests>(
    name: Name,
    action: (input: z.infer<BridgeRequests[Name]>) => unknown,
  ) {
    ipcMain.handle(bridgeChannels[name], (event, input: unknown) => {
      if (!isOwnFrame(event.sender, event.senderFrame, contents)) throw new Error('not our page');
      requests ??= bridgeRequests();
      return action(requests[name].parse(input) as z.infer<BridgeRequests[Name]>);
    });
  }

  answer('chooseFiles', async (purpose) =>
    parts.files.hand(await chooseFiles(window, parts.text(), purpose), purpose),
  );
  answer('handFiles', (paths) => parts.files.hand(paths, 'dropped'));
  answer('copyText', (copied) => clipboard.writeText(copied));
  answer('openExternal', openExternal);
  answer('showFile', (fileToken) => showFile(parts, fileToken));
  answer('setTheme', parts.setTheme);
  answer('setLanguage', parts.setLanguage);
  answer('autostart', () => parts.autostart?.isOn() ?? null);
  answer('setAutostart', (isOn) => parts.autostart?.set(isOn) ?? null);
  // A page that is left ends nothing any more.
  contents.on('did-start-loading', () => parts.starting(false));
  ipcMain.on(bridgeChannels.starting, (event, isStarting: unknown) => {
    if (isOwnFrame(event.sender, event.senderFrame, contents)) parts.starting(isStarting === true);
  });
}

const evidenceExtensions = ['pdf', 'png', 'jpg', 'jpeg', 'xlsx', 'docx', 'txt'];
const updateExtensions = ['shipdesk-update', 'deb', 'AppImage', 'exe', 'dmg'];
const tableExtensions = ['xlsx', 'xls', 'csv', 'txt', 'xlsm', 'tsv', 'htm', 'html', 'zip'];

/** A folder, or files with these endings. */
type Dialog = readonly [
  title: keyof ShellTexts,
  files?: { readonly name: keyof ShellTexts; readonly extensions: string[]; readonly areMany?: true },
];

const dialogs: Readonly<Record<ChoosePurpose, Dialog>> = {
  orders: ['chooseOrders', { name: 'orderFiles', extensions: tableExtensions, areMany: true }],
  folder: ['chooseFolder'],
  watch: ['chooseFolder'],
  prices: ['choosePrices', { name: 'tableFiles', extensions: tableExtensions }],
  'goods-codes': ['chooseGoodsCodes', { name: 'tableFiles', extensions: tableExtensions }],
  bill: ['chooseBill', { name: 'tableFiles', extensions: tableExtensions }],
  template: ['chooseTemplate', { name: 'tableFiles', extensions: tableExtensions }],
  backup: ['chooseBackup', { name: 'backupFiles', extensions: ['sdbackup'] }],
  'backup-folder': ['chooseBackupFolder'],
  update: ['chooseUpdate', { name: 'updateFiles', extensions: updateExtensions }],
  evidence: ['chooseEvidence', { name: 'evidenceFiles', extensions: evidenceExtensions }],
  certificate: ['chooseCertificate', { name: 'certificateFiles', extensions: ['pem', 'crt', 'cer'] }],
};

async function chooseFiles(
  window: BrowserWindow,
  text: ShellTexts,
  purpose: ChoosePurpose,
): Promise<readonly string[]> {
  const [title, files] = dialogs[purpose];
  const folder: OpenDialogOptions = { title: text[title], properties: ['openDirectory'] };
  const file = (given: NonNullable<typeof files>): OpenDialogOptions => ({
    title: text[title],
    filters: [{ name: text[given.name], extensions: given.extensions }],
    properties: given.areMany === true ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const chosen = await dialog.showOpenDialog(window, files === undefined ? folder : file(files));
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Only what the program wrote into its workspace. */
function showFile({ dataFolder, files }: AnswerParts, fileToken: string): boolean {
  const [path = null] = files.pathsOf([fileToken], ['written']);
  const allowed = path === null ? null : allowedShownFile(dataFolder, path);
  if (allowed !== null) shell.showItemInFolder(allowed);
  return allowed !== null;
}

async function openExternal(address: string): Promise<boolean> {
  const allowed = allowedExternalUrl(address);
  if (allowed !== null) await shell.openExternal(allowed);
  return allowed !== null;
}

/** Longest text that may go to the clipboard: some 100,000 order rows. */
const maxCopyCharacters = 20_000_000;

/** What may be dropped at once; the importer refuses with a sentence far below it. */
const mostFiles = 4_000;

/**
 * What each request of a page must look like; anything else is refused before it is looked at. Made at the first one, which no start
 * waits for.
 */
const bridgeRequests = () => ({
  chooseFiles: z.enum(choosePurposes),
  copyText: z.string().max(maxCopyCharacters),
  openExternal: z.string().max(2048),
  handFiles: z.array(z.string().min(1).max(32_768)).max(mostFiles),
  showFile: z.string().min(1).max(64),
  setTheme: z.enum(themeChoices),
  setLanguage: z.enum(languageChoices),
  autostart: z.undefined(),
  setAutostart: z.boolean(),
});

type BridgeRequests = ReturnType<typeof bridgeRequests>;
