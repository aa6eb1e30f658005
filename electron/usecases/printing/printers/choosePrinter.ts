import { mayDo } from '../../../../shared/domain/operator.ts';
import { isAtHand, placedAt } from '../../../../shared/domain/printing/placedPrinter.ts';
import { routedPrinterUri } from '../../../../shared/domain/printing/printer.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openPrinter } from './openPrinter.ts';

/** How much of the typed text an error repeats. */
const shownCharacters = 60;

/**
 * The address of the printer a person names: a saved one by address or name, `auto:` for the rules. Any other address is a folder, a
 * device or a machine: only a person who may set up printers can name one.
 */
export async function choosePrinter(workspace: Workspace, named: string): Promise<Outcome<string>> {
  if (named === routedPrinterUri) return done(named);
  const placed = placedAt(workspace.workstation, named);
  if (!isAtHand(workspace.workstation, placed)) return failure('PRINTER_ELSEWHERE');
  const saved = await savedPrinter(workspace, placed);
  if (!saved.ok) return saved;
  const uri = saved.value ?? placed;
  if (saved.value === null && !mayDo(workspace.actor, 'changePrinters'))
    return failure('PRINTER_NOT_SAVED', { printer: named.slice(0, shownCharacters) });
  const opened = openPrinter(workspace, uri);
  return opened.ok ? done(uri) : opened;
}

/** The same where no printer is also a choice. */
export async function choosePrinterOrNone(
  workspace: Workspace,
  nameOrUri: string | null,
): Promise<Outcome<string | null>> {
  return nameOrUri === null ? done(null) : choosePrinter(workspace, nameOrUri);
}

/**
 * null: never named by a person with the right. The default printer, those of the rules and those of the bench count as saved even if
 * their entry was removed.
 */
async function savedPrinter(workspace: Workspace, nameOrUri: string): Promise<Outcome<string | null>> {
  const { printers } = workspace.store.read;
  const saved = await printers.all();
  if (saved.some(({ uri }) => uri === nameOrUri)) return done(nameOrUri);
  const [named, ...others] = saved.filter(({ name }) => name === nameOrUri.trim());
  if (others.length > 0)
    return failure('PRINTER_NAME_TWICE', { printer: nameOrUri.slice(0, shownCharacters) });
  if (named !== undefined) return done(named.uri);
  const { defaultPrinterUri } = await readSettings(workspace);
  const bench = await workspace.store.read.settings.get('packingRules');
  const routed = (await printers.routes()).map(({ printerUri }) => printerUri);
  const chosen = [defaultPrinterUri, bench.printerUri, bench.slipPrinterUri, ...routed];
  return done(chosen.includes(nameOrUri) ? nameOrUri : null);
}
