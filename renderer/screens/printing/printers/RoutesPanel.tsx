import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterView, PrintRoute } from '../../../../shared/contracts/printing.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierOptions } from '../../../bridge/knownNames.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useSettled } from '../../../parts/view.ts';
import { useSizeOptions } from './printerKinds.ts';

interface RouteLineProps {
  readonly route: PrintRoute;
  readonly printers: readonly PrinterView[];
  onChange(part: Partial<PrintRoute>): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

function RouteLine({ route, printers, onChange, onMove, onRemove }: RouteLineProps) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const sizes = useSizeOptions();
  const printer = printers.find(({ uri }) => uri === route.printerUri);
  const held = (printer?.loadedSize || printer?.size) ?? '';
  const shop = useShopField(route.shop, (name) => onChange({ shop: name }));
  return (
    <li className="route-line">
      <SelectField
        label={t('col.carrier')}
        value={route.carrier}
        options={[{ value: '', label: t('printerSetup.anyCarrier') }, ...carriers]}
        onChange={(carrier) => onChange({ carrier })}
      />
      <TextField
        label={t('field.shop')}
        placeholder={t('printerSetup.anyShop')}
        maxLength={100}
        value={shop.value}
        onChange={shop.change}
      />
      <SelectField
        label={t('settings.labelSize')}
        value={route.size}
        options={[{ value: '', label: t('printerSetup.anySize') }, ...sizes]}
        onChange={(size) => onChange({ size })}
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
        <IconButton icon="up" label={t('printerSetup.earlier')} onPress={() => onMove(-1)} />
        <IconButton icon="down" label={t('printerSetup.later')} onPress={() => onMove(1)} />
        <IconButton icon="trash" label={t('printerSetup.removeRule')} onPress={onRemove} />
      </div>
    </li>
  );
}

/** Which printer a label goes to by itself; the first rule that fits decides, else the default printer. */
export function RoutesPanel({ printers }: { readonly printers: readonly PrinterView[] }) {
  const { t } = useTranslation();
  const routes = useQuery(ask.print.routes.queryOptions()).data;
  const save = useMutation({
    mutationFn: (changed: PrintRoute[]) => core.print.setRoutes({ routes: changed }),
    onMutate: (changed) => void queryClient.setQueryData(ask.print.routes.queryKey(), changed),
    onError: () => void queryClient.invalidateQueries({ queryKey: ask.print.routes.queryKey() }),
  });
  const first = printers.find(({ isDefault }) => isDefault) ?? printers[0];
  if (routes === undefined || first === undefined) return null;
  return (
    <section className="panel panel-pad stack" aria-label={t('printerSetup.routes')}>
      <header className="line">
        <h3 className="grow">{t('printerSetup.routes')}</h3>
        <Button size="small" icon="plus" onPress={() => save.mutate(addRoute(routes, first.uri))}>
          {t('rules.add')}
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

/** A new rule goes to the end, where it takes nothing from those before it. */
export function addRoute(routes: readonly PrintRoute[], printerUri: string): PrintRoute[] {
  return [...routes, { carrier: '', shop: '', size: '', printerUri }];
}

export function changeRoute(
  routes: readonly PrintRoute[],
  at: number,
  part: Partial<PrintRoute>,
): PrintRoute[] {
  return routes.map((route, index) => (index === at ? { ...route, ...part } : route));
}

export function removeRoute(routes: readonly PrintRoute[], at: number): PrintRoute[] {
  return routes.filter((_, index) => index !== at);
}

/** Earlier rules win, so the order is part of what they say. */
export function moveRoute(routes: readonly PrintRoute[], at: number, by: 1 | -1): PrintRoute[] {
  const moved = routes[at];
  const to = at + by;
  if (moved === undefined || to < 0 || to >= routes.length) return [...routes];
  const others = removeRoute(routes, at);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** Typing rests this long before a name is saved. */
const restMs = 500;

/** A shop's name while it is typed; saved once the hand rests, not at every key. */
function useShopField(saved: string, onSettled: (name: string) => void) {
  const [value, change] = useState(saved);
  const settled = useSettled(value, restMs);
  // A rule that was moved brings its own name.
  useEffect(() => change(saved), [saved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a name that came to rest is saved
  useEffect(() => {
    if (settled !== saved && settled === value) onSettled(settled);
  }, [settled]);
  return { value, change };
}
