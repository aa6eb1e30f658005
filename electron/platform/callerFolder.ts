import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';

/** Where a command was called that another program runs; nothing: in this program's own folder. */
const callers = new AsyncLocalStorage<string>();

/** Whatever `work` reads and writes by a relative name is looked for in its caller's folder. */
export const inFolderOf = <T>(folder: string, work: () => Promise<T>): Promise<T> =>
  callers.run(folder, work);

/** The absolute path of a file named on a command line. */
export const fromCaller = (path: string): string => resolve(callers.getStore() ?? '', path);
