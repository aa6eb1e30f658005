import type { LabelBitmap } from '../../shared/domain/printing/labelDocument.ts';
import type { ErrorParams, Failure } from '../../shared/errors/outcome.ts';
import type { Order } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { complaintsOf, receiverOf } from '../usecases/orders/order.ts';
import { failureOf } from '../usecases/printing/printJob.ts';

/** An order as pages and the command line show it. Fields that the contract does not name are dropped at the gate. */
export function orderView(order: Order) {
  return {
    ...order,
    receiver: receiverOf(order),
    carrier: order.bookedCarrier || order.carrier,
    errorParams: firstParams(order),
  };
}

/** Most orders have nothing wrong: theirs are not parsed. */
function firstParams(order: Order): ErrorParams {
  if (order.errorCode === '') return {};
  return complaintsOf(order).find(({ code }) => code === order.errorCode)?.params ?? {};
}

/** What was not accepted, by reason. */
export const refusedView = ({
  orderNo,
  failure,
}: {
  readonly orderNo: string;
  readonly failure: Failure;
}) => ({
  orderNo,
  code: failure.code,
  ...(failure.params === undefined ? {} : { params: failure.params }),
});

/** Dots for a page: one bit per dot, 1 prints, as base64. */
export function bitmapView({ widthDots, heightDots, bytesPerRow, data }: LabelBitmap) {
  return { widthDots, heightDots, bytesPerRow, bitsBase64: Buffer.from(data).toString('base64') };
}

type JoinedPrintJob = Awaited<ReturnType<Repositories['printJobs']['rowsById']>>[number];

function templateView({ templateId, templateName, templateVersion, arm }: JoinedPrintJob) {
  if (templateId === null) return null;
  return { name: templateName ?? '', version: templateVersion ?? 0, arm: arm ?? '' };
}

export function printJobView(job: JoinedPrintJob) {
  return {
    ...job,
    motherWaybillNo: job.parcelTotal > 1 ? job.motherWaybillNo : '',
    errorParams: failureOf(job).params,
    size: job.mediaSize,
    template: templateView(job),
  };
}
