import { z } from 'zod';
import { choosePurposes, themeChoices } from '../../shared/contracts/bridge.ts';

/** Longest text that may go to the clipboard: some 100,000 order rows. */
const maxCopyCharacters = 20_000_000;

/** What each request of a page must look like; anything else is refused before it is looked at. */
export const bridgeRequests = {
  chooseFiles: z.enum(choosePurposes),
  copyText: z.string().max(maxCopyCharacters),
  openExternal: z.string().max(2048),
  showFile: z.string().min(1).max(4096),
  setTheme: z.enum(themeChoices),
} as const;
