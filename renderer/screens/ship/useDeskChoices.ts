import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';

/** The choice "do not print", since a select needs a value for it. */
export const noPrinter = 'none';

/** Account, carrier and printer for the next booking: the operator's choice, else the default, else the only one. */
export function useDeskChoices() {
  const { t, i18n } = useTranslation();
  const settings = useQuery(settingsQueries.get()).data;
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const printers = useQuery(settingsQueries.printers()).data ?? [];
  const [chosenAccount, setAccountId] = useState<string | null>(null);
  const [chosenCarrier, setCarrier] = useState<string | null>(null);
  const [chosenPrinter, setPrinterUri] = useState<string | null>(null);
  const account =
    accounts.find(({ id }) => id === (chosenAccount ?? settings?.defaultAccountId)) ?? accounts[0];
  const carrierCode = chosenCarrier ?? settings?.defaultCarrier ?? '';
  const carrier = carriers.find(({ code }) => code === carrierCode);
  const defaultPrinter =
    settings?.defaultPrinterUri ?? printers.find(({ isDefault }) => isDefault)?.uri ?? noPrinter;
  const printer = printers.find(({ uri }) => uri === (chosenPrinter ?? defaultPrinter));
  const nameOf = (known: { nameZh: string; nameEn: string }): string =>
    i18n.language === 'en' ? known.nameEn : known.nameZh;
  return {
    accountId: account?.id ?? null,
    accountName: account?.name ?? '',
    carrier: carrier?.code ?? '',
    carrierName: carrier === undefined ? '' : nameOf(carrier),
    printerUri: printer?.uri ?? null,
    printerName: printer?.name ?? '',
    accounts: accounts.map(({ id, name }) => ({ value: id, label: name })),
    carriers: carriers.map((known) => ({ value: known.code, label: nameOf(known) })),
    printers: [
      { value: noPrinter, label: t('ship.noPrint') },
      ...printers.map(({ uri, name }) => ({ value: uri, label: name })),
    ],
    setAccountId,
    setCarrier,
    setPrinterUri,
  };
}
