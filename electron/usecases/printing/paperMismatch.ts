import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { PrinterProfile } from '../../../shared/domain/printer.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openPrinter } from './openPrinter.ts';
import { readProfile } from './printerProfiles.ts';

/**
 * Would this label come out on the wrong paper? `size` is what the address of the printer says lies in it, the profile
 * what a person said; `wanted` empty: the label takes either. null: the paper is right.
 */
export function paperMismatch(
  size: LabelSize,
  { loadedSize }: Pick<PrinterProfile, 'loadedSize'>,
  wanted: LabelSize | '',
): Failure | null {
  const needed = wanted === '' ? size : wanted;
  const loaded = loadedSize === '' ? size : loadedSize;
  if (needed !== loaded) return failure('PRINTER_MEDIA_MISMATCH', { loaded, wanted: needed });
  // The right paper under an address that would draw for another one.
  return needed === size ? null : failure('PRINTER_MEDIA_MISMATCH', { loaded: size, wanted: needed });
}

/** The same for the printer at an address; one that cannot be read holds no paper. */
export async function mismatchAt(
  workspace: Pick<Workspace, 'folder' | 'transports'>,
  read: Pick<Repositories, 'printers'>,
  uri: string,
  wanted: LabelSize | '',
): Promise<Failure | null> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  return paperMismatch(printer.value.target.size, await readProfile(read, uri), wanted);
}
