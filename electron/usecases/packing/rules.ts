import type { PackingRules } from '../../../shared/domain/packing/packing.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import { recordAct } from '../operators/acts.ts';
import { choosePrinter } from '../printing/printers/choosePrinter.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** How the bench of this workstation works. */
export function readPackingRules({ store }: Pick<Workspace, 'store'>): Promise<PackingRules> {
  return store.read.settings.get('packingRules');
}

/**
 * Changes some of them; a printer that cannot be used refuses all. Who may not set up printers chooses among those that are, so that
 * whoever packs may say which of them stands here.
 */
export async function savePackingRules(
  workspace: Workspace,
  patch: Partial<PackingRules>,
): Promise<Outcome<PackingRules>> {
  const printers = await addressed(workspace, patch);
  if (!printers.ok) return printers;
  const rules = { ...(await readPackingRules(workspace)), ...definedIn(patch), ...printers.value };
  await change(workspace, ['settings', 'packing'], async (write) => {
    await write.settings.put('packingRules', rules);
    const names = Object.keys(definedIn(patch));
    const isPrinters = names.length > 0 && names.every((name) => printerNames.includes(name));
    const kind = isPrinters ? 'bench-printers-chosen' : 'settings-changed';
    await recordAct(workspace, write, { kind, what: names.join(' ') });
  });
  return done(rules);
}

/** Chosen by whoever packs, which is an act of its own on record: it is no change of how the bench works. */
const printerNames: readonly string[] = ['printerUri', 'slipPrinterUri'];

type BenchPrinters = Partial<Pick<PackingRules, 'printerUri' | 'slipPrinterUri'>>;

/** The printers somebody names, by their addresses: a name is given to another printer one day. */
async function addressed(
  workspace: Workspace,
  { printerUri, slipPrinterUri }: BenchPrinters,
): Promise<Outcome<BenchPrinters>> {
  const label = printerUri === undefined ? null : await choosePrinter(workspace, printerUri);
  if (label !== null && !label.ok) return label;
  // Slips follow no rules of carriers and shops.
  if (slipPrinterUri === routedPrinterUri) return failure('PRINTER_NOT_SAVED', { printer: slipPrinterUri });
  const isNone = slipPrinterUri === undefined || slipPrinterUri === '';
  const slip = isNone ? null : await choosePrinter(workspace, slipPrinterUri);
  if (slip !== null && !slip.ok) return slip;
  return done({
    ...(label === null ? {} : { printerUri: label.value }),
    ...(slip === null ? {} : { slipPrinterUri: slip.value }),
  });
}
