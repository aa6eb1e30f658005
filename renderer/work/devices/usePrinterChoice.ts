import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../bridge/core.ts';

interface PrinterChoice {
  /** null: there is no printer yet. */
  readonly printerUri: string | null;
  /** For a list to choose from. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  choose(uri: string): void;
}

/** The printer a paper comes out of: the usual one until another is chosen. */
export function usePrinterChoice(): PrinterChoice {
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const printerUri = chosen ?? printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? null;
  return { printerUri, options: printers.map(({ uri, name }) => ({ value: uri, label: name })), choose };
}
