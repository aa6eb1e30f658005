import type { PaperRoll } from '../../../shared/contracts/paperContract.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The rolls in the printers and how many labels went to each since it was put in. */
export async function readPaperRolls({ store: { read } }: Pick<Workspace, 'store'>): Promise<PaperRoll[]> {
  const rolls = await read.paperRolls.all();
  return Promise.all(
    rolls.map(async ({ printerUri, labels, loadedAt }) => ({
      printerUri: printerUri,
      labels,
      loadedAt: loadedAt,
      usedLabels: await read.printJobs.countSentSince(printerUri, loadedAt),
    })),
  );
}

/** A person put a new roll into a printer of this workstation. */
export async function loadPaperRoll(
  workspace: Workspace,
  roll: { readonly printerUri: string; readonly labels: number },
): Promise<Outcome<null>> {
  const loadedAt = workspace.clock.now();
  const isKnown = await workspace.store.write(async (write) => {
    if ((await write.printers.byUri(roll.printerUri)) === undefined) return false;
    await write.paperRolls.put({ printerUri: roll.printerUri, labels: roll.labels, loadedAt });
    return true;
  });
  if (!isKnown) return failure('PRINTER_NOT_SET_UP');
  workspace.changed('printJobs');
  return { ok: true, value: null };
}
