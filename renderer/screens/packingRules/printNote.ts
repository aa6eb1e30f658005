import type { PackingRules } from '../../../shared/domain/packing/packing.ts';

type Steps = Pick<PackingRules, 'printAt' | 'checksItems' | 'weighs'>;

/** When the label comes out in truth: a step that is left out is waited for by nobody. */
export function printNote({ printAt, checksItems, weighs }: Steps) {
  if (printAt === 'check' && !checksItems) return 'checkOff';
  if (printAt !== 'weight' || weighs) return printAt;
  return checksItems ? 'weightOff' : 'bothOff';
}
