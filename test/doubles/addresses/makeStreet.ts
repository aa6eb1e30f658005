import type { Chance } from './chance.ts';
import {
  asides,
  campusTails,
  companyNames,
  complexKinds,
  complexStems,
  institutions,
  institutionTails,
  laneKinds,
  parks,
  roadKinds,
  roadStems,
  stations,
  universities,
  villageKinds,
  villageStems,
  villageTails,
} from './streetWords.ts';

export interface MadeStreet {
  readonly text: string;
  readonly tags: readonly string[];
}

const chineseDigits = '零一二三四五六七八九';
const chinese = (value: number): string =>
  value < 10
    ? chineseDigits.charAt(value)
    : `${value < 20 ? '' : chineseDigits.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : chineseDigits.charAt(value % 10)}`;

function road(chance: Chance): string {
  return chance.pick(roadStems) + chance.pick(roadKinds);
}

function houseNumber(chance: Chance): string {
  const number = chance.int(1, 1299);
  return chance.among([
    [10, () => `${number}号`],
    [1, () => `${number}-${chance.int(1, 30)}号`],
    [1, () => `${chance.int(1, 30)}号院`],
    [1, () => `${number}弄${chance.int(1, 90)}号`],
    [1, () => `${number} 号`],
    [1, () => `${chinese(chance.int(1, 40))}号`],
    [1, () => `附${chance.int(1, 99)}号`],
    [1, () => `${number}号之${chinese(chance.int(1, 9))}`],
    [1, () => `甲${chance.int(1, 99)}号`],
    [1, () => `${number}#`],
  ]);
}

function unit(chance: Chance): string {
  const building = chance.int(1, 60);
  const room = `${chance.int(1, 32)}${chance.pick(['01', '02', '03', '04', '06'])}`;
  return chance.among([
    [4, () => `${building}号楼${chance.int(1, 6)}单元${room}`],
    [4, () => `${building}栋${room}室`],
    [3, () => `${building}-${chance.int(1, 4)}-${room}`],
    [3, () => `${building}幢${room}`],
    [2, () => `${chance.pick(['A', 'B', 'C', 'D'])}座${room}`],
    [2, () => `${chance.pick(['A', 'B', 'C'])}${chance.int(1, 9)}栋${chance.int(1, 4)}单元${room}室`],
    [1, () => `${chinese(chance.int(1, 12))}栋${chinese(chance.int(1, 5))}单元${room}`],
    [1, () => `${building}#${room}`],
    [1, () => `${chinese(chance.int(1, 4))}期${building}号楼${room}`],
    [1, () => `${building}号楼${chance.int(1, 20)}层`],
    [1, () => `${building}栋${chance.int(1, 4)}门${room}号`],
    [1, () => `${room}房`],
    [1, () => `${building}—${chance.int(1, 6)}—${room}`],
    [1, () => `${chance.int(1, 4)}-${room}`],
  ]);
}

function complex(chance: Chance): string {
  return chance.pick(complexStems) + chance.pick(complexKinds);
}

function village(chance: Chance): string {
  const tail = chance.is(0.7) ? chance.pick(villageTails) : chance.is(0.5) ? `${chance.int(1, 180)}号` : '';
  return chance.pick(villageStems) + chance.pick(villageKinds) + tail;
}

const shapes: readonly (readonly [number, string, (chance: Chance) => string])[] = [
  [14, 'road', (c) => `${road(c)}${houseNumber(c)}`],
  [18, 'road-complex', (c) => `${road(c)}${houseNumber(c)}${complex(c)}${unit(c)}`],
  [14, 'complex', (c) => `${complex(c)}${unit(c)}`],
  [4, 'complex-only', (c) => complex(c)],
  [6, 'road-complex', (c) => `${road(c)}${complex(c)}${unit(c)}`],
  [
    4,
    'crossing',
    (c) =>
      `${road(c)}与${road(c)}交叉口${c.pick(['', '东', '西北角', '南100米', '向北50米路西'])}${complex(c)}`,
  ],
  [
    4,
    'lane',
    (c) =>
      `${road(c)}${c.int(1, 900)}${c.pick(laneKinds)}${c.int(1, 90)}号${c.is(0.5) ? `${c.int(101, 1804)}室` : ''}`,
  ],
  [12, 'village', village],
  [
    4,
    'university',
    (c) => `${c.is(0.4) ? `${road(c)}${houseNumber(c)}` : ''}${c.pick(universities)}${c.pick(campusTails)}`,
  ],
  [7, 'institution', (c) => `${c.is(0.5) ? road(c) : ''}${c.pick(institutions)}${c.pick(institutionTails)}`],
  [
    4,
    'company',
    (c) =>
      `${road(c)}${houseNumber(c)}${c.pick(companyNames)}${c.pick(['', '3楼', 'A区2号门', '研发楼', '行政部', '南门'])}`,
  ],
  [
    4,
    'park',
    (c) =>
      `${c.pick(complexStems)}${c.pick(parks)}${c.pick(['A', 'B', '南', '北', '1', '二期'])}${c.pick(['区', '栋', '座'])}${c.int(1, 12)}${c.pick(['楼', '号', '层'])}`,
  ],
  [3, 'station', (c) => `${complex(c)}${c.pick(stations)}`],
  [
    2,
    'shop',
    (c) =>
      `${road(c)}${c.pick(['东侧', '北段', '中段路南', '口', '尽头', '南头'])}${c.pick(['红蜻蜓专卖店', '再清椿美容', '小刘烟酒', '王府刀削面', '老张修车行', '美的空调', '川菜馆', '移动手机店'])}`,
  ],
];

/** A street or village with all that stands behind the town. */
export function makeStreet(chance: Chance): MadeStreet {
  const shape = chance.among(shapes.map(([weight, tag, make]) => [weight, () => ({ tag, make })] as const));
  const noted = chance.is(0.04);
  return {
    text: shape.make(chance) + (noted ? chance.pick(asides) : ''),
    tags: [shape.tag, ...(noted ? ['noise'] : [])],
  };
}
