import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { shipmentParcels } from '../booking/shipmentParcels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insertPrintJob, type LabelForm } from './insertPrintJob.ts';

interface LabelsWanted {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly printerUri: string;
  /** Paper somebody chose for them. */
  readonly size?: LabelSize | undefined;
  /** Boxes that have a job already. */
  readonly except?: readonly number[];
  /** The last box first, for benches that stack their labels. */
  readonly isReversed?: boolean;
  readonly form?: LabelForm | undefined;
  /** Whose labels they are; absent: of who acts now. */
  readonly operator?: string | undefined;
}

/** Queues the first label of every box of a booking, all in the caller's transaction: none is forgotten half-way. */
export async function queueParcelLabels(
  workspace: Workspace,
  write: Repositories,
  { order, shipment, printerUri, size, except = [], isReversed = false, form, operator }: LabelsWanted,
): Promise<void> {
  const parcels = shipmentParcels(shipment);
  if (parcels === null) throw new Error('a booked shipment without its booking');
  const wanted = parcels.numbers.map((_, index) => index + 1).filter((no) => !except.includes(no));
  if (isReversed) wanted.reverse();
  for (const parcelNo of wanted)
    await insertPrintJob(workspace, write, {
      order,
      shipment,
      booking: parcels.booking,
      printerUri,
      parcelNo,
      copyNo: 1,
      reason: form?.privacy.form === 'full' ? form.privacy.reason : '',
      size,
      operator,
      ...form,
    });
}
