import type { Workstation } from '../workstation.ts';
import { routedPrinterUri } from './printer.ts';

/** `at:<workstation>/<address>`. */
const placed = /^at:([\w-]+)\/(.*)$/s;
const hasScheme = /^[a-z]+:/i;

/** What an address says of where its printer stands. */
export interface PrinterStand {
  /** The workstation it hangs on; empty: the only one there is. */
  readonly workstationId: string;
  /** As that workstation knows it. */
  readonly address: string;
}

export function standOf(uri: string): PrinterStand {
  const [, workstationId = '', address = uri] = placed.exec(uri) ?? [];
  return { workstationId, address };
}

/**
 * The address as the book has it. Where several workstations share one, the same device file or queue is another printer at each: the
 * address says whose it is. Names and addresses that say so already stay as they are.
 */
export function placedAt({ id, isShared }: Workstation, uri: string): string {
  return isShared && uri !== routedPrinterUri && hasScheme.test(uri) && !placed.test(uri)
    ? `at:${id}/${uri}`
    : uri;
}

/** May this workstation speak to it? */
export function isAtHand({ id }: Workstation, uri: string): boolean {
  const { workstationId } = standOf(uri);
  return workstationId === '' || workstationId === id;
}
