import { findTooLate } from '../../dispatch/findWindow.ts';
import type { Shipment } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The platform answers a repeated code with the first waybill: sending it again cannot make a second one. */
export function isSafeToRepeat(
  { platforms, clock }: Pick<Workspace, 'platforms' | 'clock'>,
  { platform, sentAt }: Pick<Shipment, 'platform' | 'sentAt'>,
): boolean {
  const manifest = platforms.find(({ manifest: { id } }) => id === platform)?.manifest;
  return (
    manifest?.repeatClass === 'same-reference-safe' && findTooLate(manifest, sentAt, clock.now()) === null
  );
}
