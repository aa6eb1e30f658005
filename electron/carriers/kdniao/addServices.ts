import type { BookingRequest } from '../kit/carrierPlatform.ts';
import { cleanText } from './cleanText.ts';

export interface WireAddService {
  /** `COD`, `INSURE`, or what the carrier calls it. */
  readonly Name: string;
  /** Of money: CNY. */
  readonly Value: string;
  readonly CustomerID?: string;
}

/** Cash on delivery and insurance by their amounts, then every other service by the carrier's own name. */
export function addServices({
  codAmountFen,
  insuredValueFen,
  services = [],
}: BookingRequest): readonly WireAddService[] {
  return [
    ...(codAmountFen > 0 ? [{ Name: 'COD', Value: yuan(codAmountFen) }] : []),
    ...(insuredValueFen > 0 ? [{ Name: 'INSURE', Value: yuan(insuredValueFen) }] : []),
    ...services.map(({ name, value, customerId }) => ({
      Name: name,
      Value: cleanText(value),
      ...(customerId === undefined ? {} : { CustomerID: customerId }),
    })),
  ];
}

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}
