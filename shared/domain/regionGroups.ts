import type { RuleArea } from './bookingRule.ts';

const provinces = (...names: readonly string[]): RuleArea['places'] =>
  names.map((province) => ({ province, city: '' }));

/** Groups of provinces that merchants and price tables speak of. Their names are texts of the page. */
export const regionGroups: readonly RuleArea[] = [
  { id: 'jzh', name: '', places: provinces('江苏省', '浙江省', '上海市') },
  { id: 'jzhw', name: '', places: provinces('江苏省', '浙江省', '上海市', '安徽省') },
  { id: 'jjj', name: '', places: provinces('北京市', '天津市', '河北省') },
  { id: 'northeast', name: '', places: provinces('辽宁省', '吉林省', '黑龙江省') },
  {
    id: 'remote',
    name: '',
    places: provinces(
      '新疆维吾尔自治区',
      '西藏自治区',
      '青海省',
      '甘肃省',
      '宁夏回族自治区',
      '内蒙古自治区',
      '海南省',
    ),
  },
  { id: 'far', name: '', places: provinces('新疆维吾尔自治区', '西藏自治区') },
  { id: 'hmt', name: '', places: provinces('香港特别行政区', '澳门特别行政区', '台湾省') },
];
