import { type FaultWay, faultWays } from '../../electron/platform/faultPoint.ts';

/** `npm run test:matrix` tries every way with every printer at every step and kills 520 times at random; a change waits for half of it. */
export const isWholeMatrix = process.env.SHIPDESK_WHOLE_MATRIX === '1';

/** A power cut at every step, always; a bug or an exit by turns from step to step. */
export function triedWays(stepIndex: number): readonly FaultWay[] {
  return isWholeMatrix ? faultWays : ['kill', stepIndex % 2 === 0 ? 'throw' : 'exit'];
}
