import { type BrowserWindow, clipboard, dialog, ipcMain, type OpenDialogOptions, shell } from 'electron';
import { z } from 'zod';
import {
  bridgeChannels,
  type ChoosePurpose,
  choosePurposes,
  type ThemeChoice,
  themeChoices,
} from '../../shared/contracts/bridge.ts';
import { allowedExternalUrl, allowedShownFile } from './allowedOutside.ts';
import { isOwnFrame } from './ownPage.ts';
import type { ShellTexts } from './shellText.ts';

interface AnswerParts {
  readonly dataFolder: string;
  setTheme(theme: ThemeChoice): void;
}

/** Answers the named functions of the bridge. The only place that listens to a page's requests. */
export function answerPage(window: BrowserWindow, text: ShellTexts, parts: AnswerParts): void {
  const contents = window.webContents;

  function answer<Schema extends z.ZodType>(
    channel: string,
    schema: Schema,
    act: (input: z.infer<Schema>) => unknown,
  ) {
    ipcMain.handle(channel, (event, input: unknown) => {
      if (!isOwnFrame(event.sender, event.senderFrame, contents)) throw new Error('not our page');
      return act(schema.parse(input));
    });
  }

  answer(bridgeChannels.chooseFiles, bridgeRequests.chooseFiles, (purpose) =>
    chooseFiles(window, text, purpose),
  );
  answer(bridgeChannels.copyText, bridgeRequests.copyText, (copied) => clipboard.writeText(copied));
  answer(bridgeChannels.openExternal, bridgeRequests.openExternal, openExternal);
  answer(bridgeChannels.showFile, bridgeRequests.showFile, (path) => showFile(parts.dataFolder, path));
  answer(bridgeChannels.setTheme, bridgeRequests.setTheme, parts.setTheme);
}

const orderExtensions = ['xlsx', 'xls', 'csv', 'txt', 'xlsm', 'tsv', 'htm', 'html', 'zip'];

async function chooseFiles(
  window: BrowserWindow,
  text: ShellTexts,
  purpose: ChoosePurpose,
): Promise<readonly string[]> {
  const folders: OpenDialogOptions = { title: text.chooseFolder, properties: ['openDirectory'] };
  const orderFiles: OpenDialogOptions = {
    title: text.chooseOrders,
    filters: [{ name: text.orderFiles, extensions: orderExtensions }],
    properties: ['openFile', 'multiSelections'],
  };
  const chosen = await dialog.showOpenDialog(window, purpose === 'folder' ? folders : orderFiles);
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Only what lies in the workspace: a page must not make the system show, or ask after, any other file. */
function showFile(dataFolder: string, path: string): boolean {
  const allowed = allowedShownFile(dataFolder, path);
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

/** What each request of a page must look like; anything else is refused before it is looked at. */
const bridgeRequests = {
  chooseFiles: z.enum(choosePurposes),
  copyText: z.string().max(maxCopyCharacters),
  openExternal: z.string().max(2048),
  showFile: z.string().min(1).max(4096),
  setTheme: z.enum(themeChoices),
} as const;
