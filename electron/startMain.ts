import { readCompiled } from './compiled/readCompiled.ts';

/** What Electron runs. It reads nothing of the program itself: whatever is read before is not taken as it was compiled. */
readCompiled();
void import('./main.ts');
