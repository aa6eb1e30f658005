import { emptyParty, type Party, type PostalAddress } from '../../../shared/domain/party.ts';
import type { BookingRequest } from '../kit/carrierPlatform.ts';
import { plainLine, sentParty } from '../kit/sentFields.ts';

const municipality = /^(北京|上海|天津|重庆)市?$/u;

/**
 * Sender or receiver in KDNiao's words. Municipalities: 北京 as the province, 北京市 as the city. A city without
 * districts (东莞市, 中山市, 儋州市, 嘉峪关市) is repeated as its own district. The detail holds no division again.
 */
function kdniaoParty(party: Party) {
  const short = municipality.exec(cleanText(party.province))?.[1];
  if (short === undefined) return sentParty(party, cleanText);
  const sent = sentParty({ ...party, city: cleanText(party.city) || `${short}市` }, cleanText);
  return { ...sent, province: short, city: sent.city === short ? `${short}市` : sent.city };
}

type KdniaoParty = ReturnType<typeof kdniaoParty>;

/** Both parties of a booking: the checked form is the one that is sent. */
export const kdniaoParties = ({ sender, receiver }: Pick<BookingRequest, 'sender' | 'receiver'>) => ({
  sender: kdniaoParty(sender),
  receiver: kdniaoParty(receiver),
});

/** The same in its fields. */
export function partyToWire(
  { name, number, isMobile, province, city, district, detail }: KdniaoParty,
  postCode: string | null,
) {
  return {
    Name: name,
    ...(isMobile ? { Mobile: number } : { Tel: number }),
    ...(postCode === null ? {} : { PostCode: postCode }),
    ProvinceName: province,
    CityName: city,
    ExpAreaName: district,
    Address: detail,
  };
}

/** Only the place: all that questions about an address may contain. */
export function placeToWire({ province, city, district, town, detail }: PostalAddress) {
  const party = { ...emptyParty, province, city, district, town, detail };
  const { ProvinceName, CityName, ExpAreaName, Address } = partyToWire(kdniaoParty(party), null);
  return { ProvinceName, CityName, ExpAreaName, Address };
}

/** The vendor forbids these nine in the values of ordering interfaces (article of 2025-11). */
const fullWidthOf: Readonly<Record<string, string>> = {
  "'": '＇',
  '"': '＂',
  '#': '＃',
  '&': '＆',
  '+': '＋',
  '<': '＜',
  '>': '＞',
  '%': '％',
  '\\': '＼',
};

/**
 * Text as KDNiao takes it: each forbidden character becomes its full-width twin, which reads the same on a label;
 * line breaks, control and invisible characters become one space. The length never grows.
 */
export function cleanText(text: string): string {
  return plainLine(text.replace(/['"#&+<>%\\]/g, (mark) => fullWidthOf[mark] ?? ' '));
}
