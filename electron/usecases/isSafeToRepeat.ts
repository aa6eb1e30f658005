import type { Workspace } from './workspace.ts';

/** The platform answers a repeated code with the first waybill: sending it again cannot make a second one. */
export function isSafeToRepeat({ platforms }: Pick<Workspace, 'platforms'>, platform: string): boolean {
  return (
    platforms.find(({ manifest }) => manifest.id === platform)?.manifest.repeatClass === 'same-reference-safe'
  );
}
