import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import { cleanDocument, type LabelGap } from '../../labels/layout/cleanDocument.ts';
import type { Order } from '../../store/schema.ts';
import type { OpenAccount } from '../accounts/openAccount.ts';
import { complaintsOf } from '../orders/order.ts';
import { buildLabelDocument } from '../printing/document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bookingOf } from './shipment.ts';

/** Refuses what the platform or account could not take, before anything is sent. */
export function checkBeforeBooking(opened: OpenAccount, frozen: BookingRequest): Outcome<BookingRequest> {
  return opened.platform.check(frozen, opened.account);
}

/** Parts of the order's names, address and codes that its label would leave out or show as a box. */
export function labelGapsOf(
  workspace: Workspace,
  opened: OpenAccount,
  orderNo: string,
  request: BookingRequest,
): readonly LabelGap[] {
  const document = buildLabelDocument({
    orderNo,
    shipment: {
      platform: opened.row.platform,
      carrier: request.carrier,
      requestJson: JSON.stringify(request),
      serialNo: 1,
      serialTotal: 1,
    },
    // A placeholder for what the platform will return.
    booking: bookingOf(''),
    merchantText: '',
    reprintNo: 0,
    printedAt: workspace.clock.now(),
  });
  return cleanDocument(document, workspace.fonts).gaps;
}

/** Why a held order is not booked, in the words of its hold reason. */
export function heldFailure(order: Order): Failure {
  const { orderNo, holdReason: reason } = order;
  if (reason === 'refund') return failure('ORDER_REFUNDED', { orderNo });
  if (reason === 'platform') return failure('ORDER_HELD_BY_PLATFORM', { orderNo });
  const [asked] = complaintsOf(order);
  if (reason === 'booked-before' && asked !== undefined && isErrorCode(asked.code))
    return failure(asked.code, { ...asked.params });
  return failure('ORDER_HELD', { orderNo });
}
