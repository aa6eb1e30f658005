import type { PackingRules } from '../../../shared/domain/packing/packing.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { recordAct } from '../operators/acts.ts';
import { choosePrinter } from '../printing/choosePrinter.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** How the bench of this workstation works. */
export function readPackingRules({ store }: Pick<Workspace, 'store'>): Promise<PackingRules> {
  return store.read.settings.get('packingRules');
}

/** Changes some of them; a printer that cannot be used refuses all. */
export async function savePackingRules(
  workspace: Workspace,
  patch: Partial<PackingRules>,
): Promise<Outcome<PackingRules>> {
  const { printerUri, slipPrinterUri } = patch;
  for (const uri of [printerUri, slipPrinterUri]) {
    if (uri === undefined || uri === '' || uri === routedPrinterUri) continue;
    const printer = await choosePrinter(workspace, uri);
    if (!printer.ok) return printer;
  }
  const rules = { ...(await readPackingRules(workspace)), ...withoutGaps(patch) };
  await change(workspace, ['settings', 'packing'], async (write) => {
    await write.settings.put('packingRules', rules);
    await recordAct(workspace, write, { kind: 'settings-changed', what: Object.keys(patch).join(' ') });
  });
  return done(rules);
}

const withoutGaps = (patch: Partial<PackingRules>): Partial<PackingRules> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
