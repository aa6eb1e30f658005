import { z } from 'zod';
import type { PrintRoute, PrintRules } from '../../../shared/contracts/printing.ts';
import { type LabelSize, labelSizes } from '../../../shared/domain/labelDocument.ts';
import { labelOrderKeys } from '../../../shared/domain/printJob.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openPrinter } from './openPrinter.ts';

const settingKey = 'printRules';

const rulesSchema = z.object({
  /** Half a working day: a label wanted in the morning is not what the bench does in the evening. */
  staleAfterMinutes: z.number().int().default(240),
  isHeldAfterRestart: z.boolean().default(true),
  reprintLimit: z.number().int().default(5),
  labelOrder: z
    .object({ by: z.enum(labelOrderKeys), isReversed: z.boolean() })
    .default({ by: 'chosen', isReversed: false }),
  carrierSizes: z.array(z.object({ carrier: z.string(), size: z.enum(labelSizes) })).default([]),
});

/** Rules of this workstation for what is printed when and how often. */
export function readPrintRules({ store }: Pick<Workspace, 'store'>): Promise<PrintRules> {
  return printRulesOf(store.read);
}

/** The same inside a transaction. */
async function printRulesOf({ settings }: Pick<Repositories, 'settings'>): Promise<PrintRules> {
  const row = (await settings.all()).find(({ key }) => key === settingKey);
  return rulesSchema.parse(row === undefined ? {} : JSON.parse(row.valueJson));
}

export async function savePrintRules(workspace: Workspace, patch: Partial<PrintRules>): Promise<PrintRules> {
  const rules = { ...(await readPrintRules(workspace)), ...patch };
  await workspace.store.write((write) => write.settings.put(settingKey, JSON.stringify(rules)));
  workspace.changed('settings');
  return rules;
}

export async function readPrintRoutes({ store }: Pick<Workspace, 'store'>): Promise<PrintRoute[]> {
  return (await store.read.printers.routes()).map(({ carrier, shop, size, printerUri }) => ({
    carrier,
    shop,
    size,
    printerUri: printerUri,
  }));
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
  await workspace.store.write((write) =>
    write.printers.replaceRoutes(
      routes.map(({ carrier, shop, size, printerUri }, position) => ({
        position,
        carrier,
        shop,
        size,
        printerUri,
      })),
    ),
  );
  workspace.changed('settings');
  return done(await readPrintRoutes(workspace));
}

interface SizeWish {
  /** What a person chose for this label; empty: nobody did. */
  readonly asked: LabelSize | '';
  readonly carrier: string;
}

/** The paper a label must be printed on: what was chosen for it, else its carrier's; empty: whatever its printer holds. */
export async function wantedSize(
  read: Pick<Repositories, 'settings'>,
  { asked, carrier }: SizeWish,
): Promise<LabelSize | ''> {
  if (asked !== '') return asked;
  const { carrierSizes } = await printRulesOf(read);
  return carrierSizes.find((known) => known.carrier === carrier)?.size ?? '';
}
