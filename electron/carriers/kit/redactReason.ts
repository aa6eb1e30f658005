import type { Party } from '../../../shared/domain/party.ts';
import type { BookingRequest, PlatformAccount } from './carrierPlatform.ts';

const maxLength = 80;
const longDigits = /[0-9０-９](?:[\s\-－—()（）]{0,2}[0-9０-９]){6,}/gu;

/**
 * A platform's free text made fit for logs and screens: what we sent of persons and credentials (`hidden`) and every
 * run of seven or more digits become `***`; control characters become spaces; at most 80 characters.
 */
export function redactReason(text: string, hidden: readonly string[]): string {
  let rest = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const longestFirst = hidden.filter((part) => part.length >= 2).sort((a, b) => b.length - a.length);
  for (const part of longestFirst) rest = rest.replaceAll(part, '***');
  return rest.replace(longDigits, '***').trim().slice(0, maxLength);
}

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

/** The platform's sentence about a booking, without what we sent of persons and credentials, as it stands or was sent. */
export function bookingReason(
  text: string,
  request: BookingRequest,
  account: PlatformAccount,
  sentText: (text: string) => string,
  more: readonly string[] = [],
): string {
  const personal = personalTexts(request);
  return redactReason(text, [...personal, ...personal.map(sentText), ...accountTexts(account), ...more]);
}

function partyTexts(party: Party): string[] {
  return [party.name, party.phone, party.extension, party.detail, party.town];
}
