import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';
import { type CallOutcome, didNotHappen, happened } from '../../../../shared/errors/outcome.ts';

/** Never created, never waited for, never the controlling terminal of this process. */
const deviceFlags = constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Opens a printer's device file and refuses everything else: a regular file is no printer and must not be overwritten,
 * a terminal line changes bytes on their way (that is what `serial:` is for). Pipes serve tests and filters.
 */
export function openDevice(path: string, access: 'write' | 'ask'): CallOutcome<number> {
  const mode = access === 'write' ? constants.O_WRONLY : constants.O_RDWR;
  let file: number;
  try {
    file = openSync(path, mode | deviceFlags);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'error';
    return didNotHappen('PRINTER_DEVICE_UNAVAILABLE', { path, cause });
  }
  const found = fstatSync(file);
  const isPipe = access === 'write' && found.isFIFO();
  if ((found.isCharacterDevice() && !isatty(file)) || isPipe) return happened(file);
  closeSync(file);
  return didNotHappen('PRINTER_DEVICE_REFUSED', { path });
}
