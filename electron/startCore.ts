import { readCompiled } from './compiled/readCompiled.ts';

/** What main forks. It reads nothing of the core itself: whatever is read before is not taken as it was compiled. */
readCompiled();
void import('./core.ts');
