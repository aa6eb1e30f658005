const pairs =
  '台臺湾灣区區县縣门門龙龍东東云雲华華冈岡凤鳳广廣义義兰蘭园園国國乡鄉镇鎮号號楼樓层層万萬岛島莱萊罗羅头頭寿壽关關树樹桥橋桩樁盐鹽芦蘆营營礁礁边邊铜銅锣鑼马馬观觀离離荃荃葵葵湾灣风風顺順圣聖济濟庙廟湖湖竹竹苗苗栗栗彰彰化化投投滨濱丰豐潭潭坑坑杨楊观觀学學德德';
const twins = new Map<string, string>();
for (let i = 0; i < pairs.length; i += 2) twins.set(pairs.charAt(i), pairs.charAt(i + 1));

/** The way the name is written in 台湾, 香港 and 澳门. */
export function traditionalTwin(text: string): string {
  return Array.from(text, (character) => twins.get(character) ?? character).join('');
}
