import { dirname, extname, join } from 'node:path';

/** The entry of the reading thread: it lies beside the running file, built or as source. */
export function orderReaderFile(runningFile: string): string {
  return join(dirname(runningFile), `orderReader${extname(runningFile)}`);
}
