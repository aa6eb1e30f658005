import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';

const timeoutMs = 10_000;

/** A program of this computer, by its whole path. */
export function isProgram(path: string): boolean {
  try {
    return isAbsolute(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Runs the shop's own program with two fixed words: what happens, and the number on the parcel. No shell reads them. Empty: it ended well;
 * otherwise how it ended.
 */
export function runRecorder(program: string, event: 'start' | 'stop', parcelNo: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [event, parcelNo], { timeout: timeoutMs, windowsHide: true }, (error) => {
      if (error === null) resolve('');
      else resolve(error.killed === true ? 'timeout' : String(error.code ?? 'error'));
    });
  });
}
