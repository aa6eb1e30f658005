/** Area codes of the cities (市) whose district names occur more than once; 0898 is all of 海南, 0371 also 开封. */
const cities = `
  010 北京|020 广州|021 上海|022 天津|023 重庆|024 沈阳|025 南京|027 武汉|029 西安|0311 石家庄|
  0313 张家口|0317 沧州|0353 阳泉|0356 晋城|0371 开封|0375 平顶山|0378 开封|0412 鞍山|0418 阜新|
  0431 长春|0434 四平|0437 辽源|0453 牡丹江|0454 佳木斯|0468 鹤岗|0469 双鸭山|0471 呼和浩特|
  0472 包头|0513 南通|0516 徐州|0518 连云港|0531 济南|0539 临沂|0562 铜陵|0571 杭州|0574 宁波|
  0580 舟山|0591 福州|0597 龙岩|0632 枣庄|0660 汕尾|0744 张家界|0755 深圳|0772 柳州|0791 南昌|
  0832 内江|0833 乐山|0851 贵阳|0891 拉萨|0898 海口|0931 兰州|0971 西宁`;

const cityByAreaCode = new Map(
  cities.split('|').map((entry) => {
    const [code = '', city = ''] = entry.trim().split(' ');
    return [code, `${city}市`];
  }),
);

/** City that a landline belongs to, empty for mobiles and for codes that decide nothing. */
export function cityOfPhone(phone: string): string {
  return cityByAreaCode.get(/^(0\d{2,3})-/.exec(phone)?.[1] ?? '') ?? '';
}
