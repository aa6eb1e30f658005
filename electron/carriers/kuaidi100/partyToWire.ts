import type { Party, PostalAddress } from '../../../shared/domain/party.ts';
import { dialablePhone } from '../kit/dialablePhone.ts';
import { plainLine } from '../kit/plainLine.ts';

export interface WireParty {
  readonly name: string;
  readonly mobile?: string;
  readonly tel?: string;
  readonly printAddr: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly addr: string;
}

/** Sender or receiver: the address once as one text, which is printed, and once in parts, so that nothing is guessed. */
export function partyToWire(party: Party): WireParty {
  const { number, isMobile } = dialablePhone(party);
  return {
    name: plainLine(party.name),
    ...(isMobile ? { mobile: number } : { tel: number }),
    printAddr: oneText(party),
    province: plainLine(party.province),
    city: plainLine(party.city),
    district: plainLine(party.district) || plainLine(party.city),
    addr: plainLine(party.town + party.detail),
  };
}

/** 广东省深圳市南山区…; a municipality's name, or that of a city without districts, stands once. */
export function oneText({ province, city, district, town, detail }: PostalAddress): string {
  const parts = [province, city, district].map(plainLine);
  return parts.filter((part, at) => parts.indexOf(part) === at).join('') + plainLine(town + detail);
}
