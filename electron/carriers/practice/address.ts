import type { ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { Party, PostalAddress } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';

const phonePattern =
  /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3}-?\d{4})(?:\s*(?:-|转|#)\s*(\d{1,6}))?(?!\d)/u;
const regionPattern =
  /(?<province>[\p{Script=Han}]{2,7}?(?:省|自治区|特别行政区))?(?<city>[\p{Script=Han}]{2,9}?(?:市|自治州|地区|盟))?(?<district>[\p{Script=Han}]{1,9}?(?:区|县|旗))?(?<town>[\p{Script=Han}]{2,8}?(?:街道|镇|乡))?(?<detail>.*)/su;
const municipality = /^(?:北京|上海|天津|重庆)市$/u;

/**
 * What a simple platform makes of a text: the first phone, the parts that end in 省 市 区 街道, the short word before the
 * address as the name. Its own small grammar without a division tree, so that its answer really is a second opinion.
 */
export function practiceParse(text: string): CallOutcome<Party> {
  const phone = phonePattern.exec(text);
  const words = text
    .replace(phonePattern, ' ')
    .split(/[\s,，;；]+/u)
    .filter((word) => word !== '');
  const nameAt = words.findIndex(
    (word) => /^[\p{Script=Han}·]{2,4}$/u.test(word) && !/[省市区县旗镇乡路街道]$/u.test(word),
  );
  const name = nameAt === -1 ? '' : (words[nameAt] ?? '');
  const address = words.filter((_word, at) => at !== nameAt).join('');
  const { province, city, district, town, detail } = regionPattern.exec(address)?.groups ?? {};
  const party: Party = {
    name,
    phone: phone?.[1] ?? '',
    extension: phone?.[2] ?? '',
    province: province ?? (city !== undefined && municipality.test(city) ? city : ''),
    city: city ?? '',
    district: district ?? '',
    town: town ?? '',
    detail: detail ?? '',
  };
  const isRead = party.province !== '' || party.city !== '' || party.district !== '';
  return isRead ? happened(party) : didNotHappen('ASK_NOT_UNDERSTOOD');
}

const abroad = /^(?:香港|澳门|台湾)/u;
const farAway = /^(?:新疆|西藏|青海)/u;

/** The practice network: the mainland, far provinces as remote, nothing beyond the border. */
export function practiceReach({ province }: PostalAddress): ReachAnswer {
  if (abroad.test(province)) return 'not-reachable';
  return farAway.test(province) ? 'remote' : 'reachable';
}
