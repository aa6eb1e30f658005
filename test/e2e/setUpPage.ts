import { buildPage } from './page/buildPage.ts';

/** Once for all page tests of a run. */
export const setup = buildPage;
