import { systemClock } from '../../../electron/platform/clock.ts';
import type { WorkspaceParts } from '../../../electron/usecases/workspace/open.ts';

/** For commands that reach no network, printer, file, font or division. */
export const unreachableParts: WorkspaceParts = {
  clock: systemClock,
  http: { send: () => Promise.reject(new Error('no network here')) },
  platforms: [],
  transports: [],
  divisions: () => {
    throw new Error('no divisions here');
  },
  fonts: () => {
    throw new Error('no fonts here');
  },
  openOrderSource: () => Promise.reject(new Error('no files here')),
  changed: () => undefined,
};
