import { fullDetail } from '../../../../electron/addresses/text/detail.ts';
import type { AddressReading } from '../../../../shared/domain/addressReading.ts';

export interface SampleCase {
  readonly id: string;
  readonly input: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly name: string;
  readonly phone: string;
  readonly detail: string;
  readonly tags: readonly string[];
  readonly accept?: Readonly<
    Partial<Record<'province' | 'city' | 'district' | 'name' | 'phone', readonly string[]>>
  >;
  readonly detail_alt?: readonly string[];
  readonly detail_scored?: boolean;
  readonly ambiguous?: boolean;
  readonly candidates?: readonly (readonly string[])[];
}

export interface SampleScore {
  readonly region: boolean;
  readonly name: boolean;
  readonly phone: boolean;
  readonly detail: boolean;
  readonly overall: boolean;
}

/** Letters, digits and ideographs only: punctuation and spacing do not count in a detail. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function municipalityCity(gold: SampleCase, city: string): boolean {
  return (
    /^(?:北京|天津|上海|重庆)市$/.test(gold.province) && ['市辖区', '县', '', gold.province].includes(city)
  );
}

function directCounty(gold: SampleCase, city: string): boolean {
  return (
    gold.tags.includes('direct-county') && (city === '' || city.includes('直辖') || city === gold.district)
  );
}

function regionRight(gold: SampleCase, got: AddressReading): boolean {
  if (gold.ambiguous === true) {
    const legal = (gold.candidates ?? []).some(
      ([province, city, district]) =>
        got.province === province && got.city === city && got.district === district,
    );
    const provinces = new Set((gold.candidates ?? []).map(([province]) => province));
    // A province that is the same for every path was written, or might have been.
    const open = got.province === '' || (provinces.size === 1 && provinces.has(got.province));
    return legal || (open && got.city === '' && got.district === gold.district);
  }
  const is = (field: 'province' | 'city' | 'district'): boolean =>
    got[field] === gold[field] || (gold.accept?.[field] ?? []).includes(got[field]);
  const cityRight = is('city') || municipalityCity(gold, got.city) || directCounty(gold, got.city);
  const noDistrict = gold.tags.includes('no-district-city') && [gold.city, got.town].includes(got.district);
  return is('province') && cityRight && (is('district') || noDistrict);
}

/** One reading against its gold label, by the accept rules of the sample; phone strict, extension included. */
export function scoreSample(gold: SampleCase, got: AddressReading): SampleScore {
  const dialled = got.extension === '' ? got.phone : `${got.phone}-${got.extension}`;
  const region = regionRight(gold, got);
  const name = got.name === gold.name || (gold.accept?.name ?? []).includes(got.name);
  const phone = dialled === gold.phone;
  const details = [gold.detail, ...(gold.detail_alt ?? [])].map(bare);
  const detail = gold.detail_scored === false || details.includes(bare(fullDetail(got)));
  return { region, name, phone, detail, overall: region && name && phone && detail };
}
