import type { PlatformAccount } from '../kit/carrierPlatform.ts';
import type { PickupRequest } from '../kit/platformServices.ts';
import { bookingToWire } from './bookingToWire.ts';

/** Of the label and of tracking: a pickup has neither. */
const labelNames = ['IsReturnPrintTemplate', 'TemplateSize', 'CustomArea', 'IsSubscribe', 'IsNotice'];
/** Asked of 1001 only: the platform's own collection service has its own contracts with the carriers. */
const contractNames = ['CustomerName', 'CustomerPwd', 'MonthCode', 'SendSite', 'SendStaff'];

/** Same day, the widest of the three: 3 two hours, 4 half a day, 5 same day. */
const sameDay = '5';

/** RequestData of 1801 (`door`) and 1001 (`appointment`): that of a booking without what concerns its label. */
export function pickupToWire(
  request: PickupRequest,
  account: PlatformAccount,
): Readonly<Record<string, unknown>> {
  const isDoor = request.pickupKind === 'door';
  const left = new Set([...labelNames, ...(isDoor ? contractNames : [])]);
  const wire = Object.entries(bookingToWire(request, account)).filter(
    ([name, value]) => !left.has(name) && !(name === 'ShipperCode' && value === ''),
  );
  return {
    ...Object.fromEntries(wire),
    ...(isDoor ? { ShipperType: account.fields.ShipperType ?? sameDay } : {}),
  };
}
