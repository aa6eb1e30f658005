import type { Party } from '../../../shared/domain/party.ts';
import type { BookingRequest, PlatformAccount } from './carrierPlatform.ts';

/** Everything of an account that no log line, error or screen may show. */
export function accountTexts(account: PlatformAccount): string[] {
  return [account.secret, ...Object.values(account.fields)].filter((text) => text.length > 3);
}

/** Everything of a booking that tells who somebody is or where they live. */
export function personalTexts(request: BookingRequest): string[] {
  const { sender, receiver, remark, returnReceipt, services = [], carrierFields = {} } = request;
  return [
    ...[sender, receiver].flatMap(partyTexts),
    remark,
    returnReceipt?.requirement ?? '',
    ...services.map(({ customerId }) => customerId ?? ''),
    ...Object.values(carrierFields).filter((text) => text.length > 3),
  ];
}

function partyTexts(party: Party): string[] {
  return [party.name, party.phone, party.extension, party.detail, party.town];
}
