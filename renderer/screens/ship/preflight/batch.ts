import type { ShipSelection } from '../../../bridge/queries/shipQueries.ts';

/** A batch somebody wants to book: which orders, and how; with the names as they are shown. */
export interface Batch {
  readonly selection: ShipSelection;
  readonly count: number;
  readonly accountId: string;
  readonly carrier: string;
  readonly printerUri: string | null;
  readonly accountName: string;
  readonly carrierName: string;
  readonly printerName: string;
}
