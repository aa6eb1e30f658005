import type { ImportItem } from '../../bridge/importItem.ts';

/** Does the file wait for a password? */
export function asksPassword({ failure }: Pick<ImportItem, 'failure'>): boolean {
  return failure?.code === 'IMPORT_PASSWORD_NEEDED' || failure?.code === 'IMPORT_PASSWORD_WRONG';
}
