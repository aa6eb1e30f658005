import { emptyParty, type Party, type PostalAddress } from '../../../shared/domain/party.ts';
import { dialablePhone, plainLine } from '../kit/sentFields.ts';

export interface WireParty {
  readonly Name: string;
  readonly Mobile?: string;
  readonly Tel?: string;
  readonly PostCode?: string;
  readonly ProvinceName: string;
  readonly CityName: string;
  readonly ExpAreaName: string;
  readonly Address: string;
}

const municipality = /^(北京|上海|天津|重庆)市?$/u;

/**
 * Sender or receiver in KDNiao's fields. Municipalities: 北京 as the province, 北京市 as the city. A city without
 * districts (东莞市, 中山市, 儋州市, 嘉峪关市) is repeated as its own district. The detail holds no division again.
 */
export function partyToWire(party: Party, postCode: string | null): WireParty {
  const province = cleanText(party.province);
  const short = municipality.exec(province)?.[1];
  const city = cleanText(party.city) || (short === undefined ? '' : `${short}市`);
  const { number, isMobile } = dialablePhone(party, cleanText);
  return {
    Name: cleanText(party.name),
    ...(isMobile ? { Mobile: number } : { Tel: number }),
    ...(postCode === null ? {} : { PostCode: postCode }),
    ProvinceName: short ?? province,
    CityName: short !== undefined && city === short ? `${short}市` : city,
    ExpAreaName: cleanText(party.district) || city,
    Address: cleanText(party.town + party.detail),
  };
}

/** Only where: what questions about an address may tell. */
export function placeToWire(
  place: PostalAddress,
): Pick<WireParty, 'ProvinceName' | 'CityName' | 'ExpAreaName' | 'Address'> {
  const { province, city, district, town, detail } = place;
  const party = { ...emptyParty, province, city, district, town, detail };
  const { ProvinceName, CityName, ExpAreaName, Address } = partyToWire(party, null);
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
