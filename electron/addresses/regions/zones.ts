import type { Division } from '../divisions/division.ts';
import { findZone } from '../divisions/towns.ts';
import { districtsOfZone } from './cityZones.ts';

/** Where a zone lies, the district that holds most of it first. */
interface Zone {
  readonly districts: readonly string[];
  /** Parts with names of their own, written behind it. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The new areas of the state that lie in several districts, as their founding papers draw them. People give them as their district, and the
 * law knows no such one. What is the same as one district (浦东, 滨海, 南沙, 西海岸) is a name of it.
 */
const zones: Readonly<Record<string, Zone>> = {
  天府新区: {
    districts: [
      '成都市双流区',
      '成都市龙泉驿区',
      '成都市新津区',
      '成都市简阳市',
      '眉山市仁寿县',
      '眉山市彭山区',
    ],
  },
  西咸新区: {
    districts: [
      '咸阳市秦都区',
      '咸阳市渭城区',
      '西安市未央区',
      '西安市长安区',
      '西安市鄠邑区',
      '咸阳市泾阳县',
      '咸阳市兴平市',
    ],
    parts: {
      沣东新城: ['西安市未央区', '西安市长安区'],
      沣西新城: ['咸阳市秦都区', '西安市长安区', '西安市鄠邑区'],
      秦汉新城: ['咸阳市渭城区', '咸阳市秦都区', '咸阳市泾阳县', '咸阳市兴平市'],
      空港新城: ['咸阳市渭城区', '咸阳市泾阳县'],
      泾河新城: ['咸阳市泾阳县', '西安市高陵区', '咸阳市三原县'],
    },
  },
  贵安新区: { districts: ['贵阳市花溪区', '贵阳市清镇市', '安顺市平坝区', '安顺市西秀区'] },
  雄安新区: { districts: ['保定市容城县', '保定市安新县', '保定市雄县'] },
  兰州新区: { districts: ['兰州市永登县', '兰州市皋兰县'] },
  赣江新区: { districts: ['南昌市新建区', '南昌市青山湖区', '九江市共青城市', '九江市永修县'] },
  金普新区: { districts: ['大连市金州区', '大连市普兰店区'] },
  哈尔滨新区: { districts: ['哈尔滨市松北区', '哈尔滨市呼兰区', '哈尔滨市平房区'] },
  长春新区: { districts: ['长春市朝阳区', '长春市宽城区', '长春市二道区', '长春市九台区'] },
  滇中新区: { districts: ['昆明市官渡区', '昆明市安宁市', '昆明市嵩明县'] },
  湘江新区: { districts: ['长沙市岳麓区', '长沙市望城区', '长沙市宁乡市'] },
  江北新区: { districts: ['南京市浦口区', '南京市六合区', '南京市栖霞区'] },
  福州新区: { districts: ['福州市马尾区', '福州市仓山区', '福州市长乐区', '福州市福清市'] },
  // A district of the law since 2025; people write it beside those it was made of.
  两江新区: { districts: ['重庆市渝北区', '重庆市江北区', '重庆市北碚区'] },
};

/** 渝北区 and 两江新区 beside each other are one place, and neither is a mistake. */
export function isZoneOf(zone: Division, district: Division): boolean {
  if (zone.parent !== district.parent || !zone.name.endsWith('新区')) return false;
  return zones[zone.name]?.districts.includes(`${district.parent?.name}${district.name}`) === true;
}

const longestCity = 4;

/** 新区 behind 哈尔滨 is 哈尔滨新区; 四川天府新区 is 天府新区. */
function nameOf(written: string, within: Division): string {
  const city = within.name.replace(/市$/, '').slice(0, longestCity);
  const whole = written === '新区' ? `${city}新区` : written;
  return Object.keys(zones).find((name) => whole.endsWith(name)) ?? '';
}

interface WrittenZone {
  /** Districts below `within` that the zone, or the part of it that is named, lies in. */
  readonly districts: readonly Division[];
  /** Where it lies in one of them alone: the zone says as much as the district would. */
  readonly isOne: boolean;
  /** What stands behind the zone and its part: a town may open it. */
  readonly behind: string;
}

/** The zone of a city that many cities have, as 高新区; one that is not known here may lie in any urban district of it. */
function findCityZone(written: string, detail: string, within: Division): WrittenZone | null {
  if (within.level !== 'city') return null;
  const known = districtsOfZone(within.name, written);
  const districts = within.children.filter(({ name }) =>
    known === null ? name.endsWith('区') : known.names.includes(name),
  );
  if (known === null && districts.length > mostOffers) return null;
  const order = (division: Division): number => known?.names.indexOf(division.name) ?? 0;
  const sorted = [...districts].sort((a, b) => order(a) - order(b));
  return {
    districts: sorted,
    isOne: known?.isOne === true,
    behind: detail.slice(written.length).trimStart(),
  };
}

/** More than nine cannot be chosen by a digit. */
const mostOffers = 9;

/** The zone that opens a detail, with the districts it lies in; null: none, or nothing is known of it. */
export function findWrittenZone(detail: string, within: Division): WrittenZone | null {
  const written = findZone(detail);
  if (written === '') return null;
  const zone = zones[nameOf(written, within)];
  if (zone === undefined) return findCityZone(written, detail, within);
  const rest = detail.slice(written.length).trimStart();
  const part = Object.keys(zone.parts ?? {}).find((name) => rest.startsWith(name));
  const names = (part === undefined ? undefined : zone.parts?.[part]) ?? zone.districts;
  const cities = within.level === 'province' ? within.children : [within];
  const districts = names.flatMap((name) =>
    cities.flatMap((city) => city.children.filter((district) => `${city.name}${district.name}` === name)),
  );
  const behind = rest.slice(part?.length ?? 0).trimStart();
  return { districts, isOne: districts.length === 1, behind };
}
