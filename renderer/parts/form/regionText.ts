import type { PostalAddress } from '../../../shared/domain/party.ts';

/** 广东省 深圳市 南山区; a municipality is written once. */
export function regionText({
  province,
  city,
  district,
  town = '',
}: Pick<PostalAddress, 'province' | 'city' | 'district'> & { readonly town?: string }): string {
  return [province, city === province ? '' : city, district, town].filter((name) => name !== '').join(' ');
}
