import type { OrderComplaint } from '../../../shared/domain/order.ts';

/** Masked texts and parcels that leave the mainland are a person's each time. */
const reviewedEachTime: readonly string[] = ['ADDRESS_MASKED', 'ADDRESS_OUTSIDE_MAINLAND'];

/** A doubt about how the receiver was understood: what a former correction of the same text settles. */
export function isAboutReading({ code }: OrderComplaint): boolean {
  return code.startsWith('ADDRESS_') && !reviewedEachTime.includes(code);
}
