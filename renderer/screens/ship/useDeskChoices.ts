import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierOptions } from '../../bridge/knownNames.ts';

/** The choice "do not print", since a select needs a value for it. */
export const noPrinter = 'none';

/** The choice "by the rules", for the same reason. */
export const byRules = 'rules';

/** The choice "as the order says, else the default". */
export const asOrdered = 'ordered';

/** What the choices rest on. Before all of it is there, a batch would go by another account, or get its numbers and no labels. */
function useAsked() {
  const settings = useQuery(ask.settings.get.queryOptions());
  const accounts = useQuery(ask.settings.accounts.queryOptions());
  const printers = useQuery(ask.settings.printers.queryOptions());
  const rules = useQuery(ask.rules.get.queryOptions());
  const routes = useQuery(ask.print.routes.queryOptions());
  const all = [settings, accounts, printers, rules, routes];
  return {
    settings,
    accounts,
    printers,
    rules,
    routes,
    isRead: all.every(({ data, error }) => data !== undefined || error !== null),
    isSure: all.every(({ data }) => data !== undefined),
  };
}

/**
 * Account, carrier and printer for the next booking: the operator's choice, else the default, else the only one. A number
 * somebody holds in the hand is of one carrier, so binding it asks for no rules.
 */
export function useDeskChoices({ mayUseRules = true }: { readonly mayUseRules?: boolean } = {}) {
  const { t } = useTranslation();
  const asked = useAsked();
  const settings = asked.settings.data;
  const accounts = asked.accounts.data ?? [];
  const carriers = useCarrierOptions();
  const printers = asked.printers.data ?? [];
  const [chosenAccount, setAccountId] = useState<string | null>(null);
  const [chosenCarrier, setCarrier] = useState<string | null>(null);
  const [chosenPrinter, setPrinterUri] = useState<string | null>(null);
  const ruleCount = asked.rules.data?.set.rules.length ?? 0;
  const hasRules = mayUseRules && ruleCount > 0;
  // Rules that somebody made are used unless somebody chooses otherwise.
  const isByRules = hasRules && (chosenAccount ?? byRules) === byRules;
  const account =
    accounts.find(({ id }) => id === (chosenAccount ?? settings?.defaultAccountId)) ?? accounts[0];
  const chosenCode = chosenCarrier === byRules || chosenCarrier === asOrdered ? null : chosenCarrier;
  const carrierCode = chosenCode ?? (isByRules ? byRules : (settings?.defaultCarrier ?? ''));
  const carrier = carriers.find(({ value }) => value === carrierCode);
  // What an order's file asks for goes before the default, and after what a person chooses. A number in the hand has one carrier.
  const isAsOrdered = mayUseRules && !isByRules && chosenCode === null && carrier !== undefined;
  const hasRoutes = (asked.routes.data ?? []).length > 0;
  const routed = hasRoutes ? [{ uri: routedPrinterUri, name: t('printing.byRules') }] : [];
  const usualPrinter =
    settings?.defaultPrinterUri ?? printers.find(({ isDefault }) => isDefault)?.uri ?? noPrinter;
  // As above: rules for printers are made to be followed.
  const defaultPrinter = hasRoutes ? routedPrinterUri : usualPrinter;
  const printer = [...routed, ...printers].find(({ uri }) => uri === (chosenPrinter ?? defaultPrinter));
  const way = {
    /** null: the rules choose. */
    accountId: isByRules ? null : (account?.id ?? null),
    accountName: isByRules ? t('rules.desk.account') : (account?.name ?? ''),
    /** Empty: the rules, or each order, choose. */
    carrier: isAsOrdered ? '' : (carrier?.value ?? ''),
    carrierName: isAsOrdered
      ? t('ship.carrierUnlessOrdered', { carrier: carrier.label })
      : (carrier?.label ?? (isByRules ? t('rules.desk.carrier') : '')),
    /** Nobody chose: these are the account and carrier of the settings. */
    isUsual: !isByRules && chosenAccount === null && chosenCode === null,
    printerUri: printer?.uri ?? null,
    printerName: printer?.name ?? '',
  };
  return {
    way,
    ...way,
    isByRules,
    isAsOrdered,
    /** The carrier of an order that names none. */
    usualCarrier: carrier?.label ?? '',
    /** Account and carrier are settled, by a person or by the rules, and nothing is still to be read that would settle another. */
    isSettled: asked.isRead && (isByRules || (account !== undefined && carrier !== undefined)),
    /** All of it was read: none of what is chosen is in for something unknown. */
    isSure: asked.isSure,
    accounts: [
      ...(hasRules ? [{ value: byRules, label: t('rules.desk.account') }] : []),
      ...accounts.map(({ id, name }) => ({ value: id, label: name })),
    ],
    carriers: [
      ...(isByRules ? [{ value: byRules, label: t('rules.desk.carrier') }] : []),
      ...(mayUseRules && !isByRules ? [{ value: asOrdered, label: t('ship.asOrdered') }] : []),
      ...carriers,
    ],
    printers: [
      { value: noPrinter, label: t('ship.noPrint') },
      ...routed.map(({ uri, name }) => ({ value: uri, label: name })),
      ...printers.map(({ uri, name }) => ({ value: uri, label: name })),
    ],
    setAccountId,
    setCarrier,
    setPrinterUri,
  };
}
