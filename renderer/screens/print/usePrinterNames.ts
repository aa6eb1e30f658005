import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { printQueries } from '../../bridge/queries/printQueries.ts';

/** The name a person gave a printer; its address when nobody gave one. */
export function usePrinterNames(): (uri: string) => string {
  const printers = useQuery(printQueries.printers()).data;
  return useCallback((uri) => printers?.find((printer) => printer.uri === uri)?.name ?? uri, [printers]);
}
