import type { PrintRoute, PrintRules } from '../../../shared/contracts/printing.ts';
import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { openPrinter } from './printers/openPrinter.ts';

/** Rules of this workstation for what is printed when and how often. */
export function readPrintRules({ store }: Workspace): Promise<PrintRules> {
  return store.read.settings.get('printRules');
}

export async function savePrintRules(workspace: Workspace, patch: Partial<PrintRules>): Promise<PrintRules> {
  const rules = { ...(await readPrintRules(workspace)), ...patch };
  await change(workspace, ['settings'], async (write) => {
    await write.settings.put('printRules', rules);
    await recordAct(workspace, write, { kind: 'settings-changed', what: Object.keys(patch).join(' ') });
  });
  return rules;
}

export async function readPrintRoutes({ store }: Workspace): Promise<PrintRoute[]> {
  return (await store.read.printers.routes()).map(({ position: _, ...route }) => route);
}

/** Replaces the routing rules; an address that cannot be read is refused as a whole. */
export async function savePrintRoutes(
  workspace: Workspace,
  routes: readonly PrintRoute[],
): Promise<Outcome<PrintRoute[]>> {
  for (const { printerUri } of routes) {
    const printer = openPrinter(workspace, printerUri);
    if (!printer.ok) return printer;
  }
  await change(workspace, ['settings'], async (write) => {
    await write.printers.replaceRoutes(routes.map((route, position) => ({ ...route, position })));
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'printRoutes' });
  });
  return done(await readPrintRoutes(workspace));
}

interface SizeWish {
  /** A person's choice for this label; empty: none. */
  readonly asked: LabelSize | '';
  readonly carrier: string;
}

/** The paper a label must be printed on: the one chosen for it, otherwise its carrier's; empty: what its printer holds. */
export async function wantedSize(read: Repositories, { asked, carrier }: SizeWish): Promise<LabelSize | ''> {
  return asked === '' ? sizeByRules(await read.settings.get('printRules'), { asked, carrier }) : asked;
}

export function sizeByRules({ carrierSizes }: PrintRules, { asked, carrier }: SizeWish): LabelSize | '' {
  return asked === '' ? (carrierSizes.find((known) => known.carrier === carrier)?.size ?? '') : asked;
}
