import { assembleApp } from '../runtime/assembleApp.ts';

/** Once for all window tests of a run: several windows open the same assembled app side by side. */
export const setup = (): void => assembleApp();
