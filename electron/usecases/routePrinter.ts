import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrintRoutesTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';

export interface RoutedLabel {
  readonly carrier: string;
  readonly shop: string;
  /** Size somebody asked for; empty: whatever the printer holds. */
  readonly size: string;
}

/** First rule whose filled fields all match; null: none. */
export function findRoute(routes: readonly PrintRoutesTable[], label: RoutedLabel): string | null {
  const matches = (wanted: string, has: string) => wanted === '' || wanted === has;
  const route = routes.find(
    ({ carrier, shop, size }) =>
      matches(carrier, label.carrier) && matches(shop, label.shop) && matches(size, label.size),
  );
  return route?.printer_uri ?? null;
}

/** The printer a label goes to: the one that was named, or for `auto:` the rules' choice, or the default. */
export async function routePrinter(
  read: Pick<Repositories, 'printers' | 'settings'>,
  wantedUri: string,
  label: RoutedLabel,
): Promise<Outcome<string>> {
  if (wantedUri !== routedPrinterUri) return done(wantedUri);
  const routed = findRoute(await read.printers.routes(), label);
  if (routed !== null) return done(routed);
  const setting = (await read.settings.all()).find(({ key }) => key === 'defaultPrinterUri');
  const byDefault = setting === undefined ? null : (JSON.parse(setting.value_json) as string | null);
  return byDefault === null ? failure('PRINTER_ROUTE_MISSING') : done(byDefault);
}
