import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrinterView, PrintRoute } from '../../../../shared/contracts/printContract.ts';
import { labelSizes } from '../../../../shared/domain/labelDocument.ts';
import { core } from '../../../bridge/core.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { useCarrierNames } from '../../../bridge/useCarrierNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { addRoute, changeRoute, moveRoute, removeRoute } from './routeEdits.ts';
import { useShopField } from './useShopField.ts';

const any = 'any';

interface RouteLineProps {
  readonly route: PrintRoute;
  readonly printers: readonly PrinterView[];
  onChange(part: Partial<PrintRoute>): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

function RouteLine({ route, printers, onChange, onMove, onRemove }: RouteLineProps) {
  const { t } = useTranslation();
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const carrierName = useCarrierNames();
  const printer = printers.find(({ uri }) => uri === route.printerUri);
  const held = (printer?.loadedSize || printer?.size) ?? '';
  const shop = useShopField(route.shop, (name) => onChange({ shop: name }));
  return (
    <li className="route-line">
      <SelectField
        label={t('col.carrier')}
        value={route.carrier === '' ? any : route.carrier}
        options={[
          { value: any, label: t('printerSetup.anyCarrier') },
          ...carriers.map(({ code }) => ({ value: code, label: carrierName(code) })),
        ]}
        onChange={(carrier) => onChange({ carrier: carrier === any ? '' : carrier })}
      />
      <TextField
        label={t('printerSetup.shop')}
        placeholder={t('printerSetup.anyShop')}
        maxLength={100}
        value={shop.value}
        onChange={shop.change}
      />
      <SelectField
        label={t('settings.labelSize')}
        value={route.size === '' ? any : route.size}
        options={[
          { value: any, label: t('printerSetup.anySize') },
          ...labelSizes.map((value) => ({
            value,
            label: t('settings.sizeMm', { size: value.replace('x', ' × ') }),
          })),
        ]}
        onChange={(size) => onChange({ size: size === any ? '' : size })}
      />
      <SelectField
        label={t('printerSetup.printsOn')}
        value={route.printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={(printerUri) => onChange({ printerUri })}
      />
      {held !== '' && route.size !== '' && held !== route.size && (
        <p className="small route-note">{t('printerSetup.otherPaper', { size: held.replace('x', ' × ') })}</p>
      )}
      <div className="line route-hands">
        <Button
          look="quiet"
          size="small"
          icon="up"
          label={t('printerSetup.earlier')}
          onPress={() => onMove(-1)}
        />
        <Button
          look="quiet"
          size="small"
          icon="down"
          label={t('printerSetup.later')}
          onPress={() => onMove(1)}
        />
        <Button
          look="quiet"
          size="small"
          icon="trash"
          label={t('printerSetup.removeRule')}
          onPress={onRemove}
        />
      </div>
    </li>
  );
}

/** Which printer a label goes to by itself; the first rule that fits decides, else the default printer. */
export function RoutesPanel({ printers }: { readonly printers: readonly PrinterView[] }) {
  const { t } = useTranslation();
  const routes = useQuery(printQueries.routes()).data;
  const save = useMutation({
    mutationFn: (changed: PrintRoute[]) => core.print.setRoutes({ routes: changed }),
    onMutate: (changed) => void queryClient.setQueryData(printQueries.routes().queryKey, changed),
    onError: () => void queryClient.invalidateQueries({ queryKey: printQueries.routes().queryKey }),
  });
  const first = printers.find(({ isDefault }) => isDefault) ?? printers[0];
  if (routes === undefined || first === undefined) return null;
  return (
    <section className="panel panel-pad stack" aria-label={t('printerSetup.routes')}>
      <header className="line">
        <h3 className="grow">{t('printerSetup.routes')}</h3>
        <Button size="small" icon="plus" onPress={() => save.mutate(addRoute(routes, first.uri))}>
          {t('printerSetup.addRule')}
        </Button>
      </header>
      <p className="soft small">
        {t(routes.length === 0 ? 'printerSetup.noRoutes' : 'printerSetup.routesNote', { name: first.name })}
      </p>
      <ol className="plain-list stack-tight">
        {routes.map((route, at) => (
          <RouteLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
            key={at}
            route={route}
            printers={printers}
            onChange={(part) => save.mutate(changeRoute(routes, at, part))}
            onMove={(by) => save.mutate(moveRoute(routes, at, by))}
            onRemove={() => save.mutate(removeRoute(routes, at))}
          />
        ))}
      </ol>
    </section>
  );
}
