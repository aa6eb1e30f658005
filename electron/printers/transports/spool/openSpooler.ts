import { createCupsSpooler } from './cupsSpooler.ts';
import { loadWinspool } from './loadWinspool.ts';
import type { OsSpooler } from './osSpooler.ts';
import { createWindowsSpooler } from './windowsSpooler.ts';

/** The spooler of the operating system this runs on. */
export function openSpooler(platform: NodeJS.Platform = process.platform): OsSpooler {
  return platform === 'win32' ? createWindowsSpooler(loadWinspool) : createCupsSpooler();
}
