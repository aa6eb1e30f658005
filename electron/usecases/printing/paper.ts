import type { PaperRoll } from '../../../shared/contracts/printing.ts';
import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import type { PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { openPrinter, readProfile } from './printers/openPrinter.ts';

/**
 * Would this label be printed on the wrong paper? `size` is the paper according to the printer's address, the profile what a person set;
 * `wanted` empty: the label takes either. null: the paper is right.
 */
export function paperMismatch(
  size: LabelSize,
  { loadedSize }: Pick<PrinterProfile, 'loadedSize'>,
  wanted: LabelSize | '',
): Failure | null {
  const needed = wanted === '' ? size : wanted;
  const loaded = loadedSize === '' ? size : loadedSize;
  if (needed !== loaded) return failure('PRINTER_MEDIA_MISMATCH', { loaded, wanted: needed });
  // The right paper, but an address that would draw for another one.
  return needed === size ? null : failure('PRINTER_MEDIA_MISMATCH', { loaded: size, wanted: needed });
}

/** The same for the printer at an address; an invalid address has no paper. */
export async function mismatchAt(
  workspace: Workspace,
  read: Repositories,
  uri: string,
  wanted: LabelSize | '',
): Promise<Failure | null> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  return paperMismatch(printer.value.target.size, await readProfile(read, uri), wanted);
}

/** The rolls in the printers and how many labels went to each since it was put in. */
export async function readPaperRolls({ store: { read } }: Workspace): Promise<PaperRoll[]> {
  const rolls = await read.paperRolls.all();
  return Promise.all(
    rolls.map(async (roll) => ({
      ...roll,
      usedLabels: await read.printJobs.countSentSince(roll.printerUri, roll.loadedAt),
    })),
  );
}

/** A person put a new roll into a printer of this workstation. */
export function loadPaperRoll(
  workspace: Workspace,
  roll: { readonly printerUri: string; readonly labels: number },
): Promise<Outcome<null>> {
  const loadedAt = workspace.clock.now();
  return tryChange(workspace, ['printJobs'], async (write) => {
    if ((await write.printers.byUri(roll.printerUri)) === undefined) return failure('PRINTER_NOT_SET_UP');
    await write.paperRolls.put({ printerUri: roll.printerUri, labels: roll.labels, loadedAt });
    return done(null);
  });
}
