import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import { isAtHand } from '../../../shared/domain/printing/placedPrinter.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { StoredPrintRoute } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mismatchAt } from './paper.ts';
import { wantedSize } from './printRules.ts';

interface RoutedLabel {
  readonly carrier: string;
  readonly shop: string;
  /** Paper the label must be printed on; empty: whatever the printer holds. */
  readonly size: LabelSize | '';
}

/** Rules whose filled fields all match, the first one first. */
export function matchingRoutes(
  routes: readonly StoredPrintRoute[],
  label: RoutedLabel,
): readonly StoredPrintRoute[] {
  const matches = (wanted: string, has: string) => wanted === '' || wanted === has;
  return routes.filter(
    ({ carrier, shop, size }) =>
      matches(carrier, label.carrier) && matches(shop, label.shop) && matches(size, label.size),
  );
}

/**
 * The printer by the rules, chosen where the label is wanted: its booking may come back at a workstation with other printers. What the
 * rules cannot say yet stays theirs to say.
 */
export async function routedHere(
  workspace: Workspace,
  read: Repositories,
  wantedUri: string,
  label: Omit<RoutedLabel, 'size'>,
): Promise<string> {
  if (!workspace.workstation.isShared || wantedUri !== routedPrinterUri) return wantedUri;
  const routed = await routePrinter(workspace, read, wantedUri, { ...label, asked: '' });
  return routed.ok ? routed.value : wantedUri;
}

/**
 * The printer a label goes to: the one that was named, or for `auto:` the choice of the rules, the default, and for a
 * label that wants a certain paper at last any printer that holds it. A printer with other paper is passed over; where
 * it was named the label is refused. `asked` is the paper somebody chose for this label.
 */
export async function routePrinter(
  workspace: Workspace,
  read: Repositories,
  wantedUri: string,
  label: Omit<RoutedLabel, 'size'> & { readonly asked: LabelSize | '' },
): Promise<Outcome<string>> {
  const size = await wantedSize(read, label);
  const mismatchOf = (uri: string) => mismatchAt(workspace, read, uri, size);
  if (wantedUri !== routedPrinterUri) {
    const mismatch = size === '' ? null : await mismatchOf(wantedUri);
    return mismatch ?? done(wantedUri);
  }
  const candidates = matchingRoutes(await read.printers.routes(), { ...label, size })
    .map(({ printerUri }) => printerUri)
    .filter((uri) => isAtHand(workspace.workstation, uri));
  const byDefault = await read.settings.get('defaultPrinterUri');
  if (byDefault !== null) candidates.push(byDefault);
  const [usual] = candidates;
  if (size === '') return usual === undefined ? failure('PRINTER_ROUTE_MISSING') : done(usual);
  for (const uri of [...candidates, ...(await read.printers.all()).map((printer) => printer.uri)])
    if ((await mismatchOf(uri)) === null) return done(uri);
  return failure('PRINTER_SIZE_MISSING', { wanted: size });
}
