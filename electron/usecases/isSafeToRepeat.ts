import { findTooLate } from '../dispatch/findWindow.ts';
import type { ShipmentsTable } from '../store/schema.ts';
import type { Workspace } from './workspace.ts';

/** The platform answers a repeated code with the first waybill: sending it again cannot make a second one. */
export function isSafeToRepeat(
  { platforms, clock }: Pick<Workspace, 'platforms' | 'clock'>,
  { platform, sent_at }: Pick<ShipmentsTable, 'platform' | 'sent_at'>,
): boolean {
  const manifest = platforms.find(({ manifest: { id } }) => id === platform)?.manifest;
  return (
    manifest?.repeatClass === 'same-reference-safe' && findTooLate(manifest, sent_at, clock.now()) === null
  );
}
