import { isGivenName } from './givenNames.ts';
import { surnameLength } from './surnames.ts';

const title =
  /(?:先生|女士|小姐|老师|老師|经理|師傅|师傅|阿姨|叔叔|大哥|大姐|同学|医生|大夫|主任|老板|太太|店长|院长|校长|护士|会计|总监|总|哥|姐|工)$/;
const addressTail =
  /[路街巷弄号號楼樓栋幢座室层層村镇鎮乡鄉区區县縣市省厦廈苑园園城店局院校厂廠站组組队隊屯庄桥橋口旁侧沟岭坡坪湖河山溪洞边里部门門期坊湾寨社塘府居邸墅]$/;
/** 大山, 小溪, 秦乐山, 张宁桥: place words that given names end with as well. */
const naturalTail = /[湖河山溪桥岭城园里]$/;
const placeWord =
  /(?:公司|大学|中学|小学|医院|银行|广场|花园|小区|公寓|大厦|市场|超市|酒店|宾馆|工业|科技|新村|街道|大道|家园|对面|附近|学院|中心|商场|商城|驿站|代收|菜鸟|快递|物流|政府|幼儿|宿舍|车间|仓库|前台|门卫(?![国东华红平民军强兵])|门口|楼下|自提|世家|名都|公馆|公社|农场|林场)/;
/** 恒达商贸有限公司, 小刘便利店: a business that receives. */
const business =
  /^[\u3400-\u9fff()]{2,18}(?:公司|集团|工厂|电子厂|服装厂|药房|诊所|超市|便利店|服饰店|专卖店|文具店|五金店|母婴店|烟酒店|旗舰店|小吃店|餐厅|饭店|火锅店|美容院|工作室|经营部|事务所|汽修厂|修理厂|门市部?|图文广告|商行|商店|书店|花店|茶庄|合作社|店铺)$/;
const chatWord =
  /(?:谢谢|感谢|麻烦|尽快|加急|你好|您好|包邮|发货|顺丰|圆通|中通|韵达|申通|到付|备注|请|不要|务必|放[门前驿柜在到]|打电话|今天|明天|周末|工作日|地址|电话|手机|收货|全国|客服|旗舰|下单|拍下)/;

/** Syllables of Uyghur, Kazakh and Tibetan names; a word made of them is a name whatever it begins with. */
const transliteration = new Set(
  '阿艾买努尔吐古热帕玛木麦依伊吾卡哈库沙赛巴提江别克汗丽娜拉合迪力山斯坦那孜逊曼巧罕祖米扎才让卓次仁旦增格桑洛索朗尼布达娃德吉丹多杰贡嘎央金平措顿珠旺堆地再夏甫都肉亚娅苏莱什不扬图尼松塔里比乌恩其其格那日呼和特木勒萨仁高宝音朝鲁加措白玛拥忠强热合曼江古丽买买提依明艾则孜麦提亥尼帕克拜吾买尔凯'.split(
    '',
  ),
);
const script = /^[\u3400-\u9fff\ud800-\udfff]+$/;
const dotted = /^[\u3400-\u9fff]{1,8}(?:[·•・.][\u3400-\u9fff]{1,8}){1,3}$/;
const latinName = /^[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}$/;
const latinStreet =
  /\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Building|Tower|Floor|Room|Plaza|District|City|Town|Village|China)\b/i;
const partlyMasked = /^[\u3400-\u9fff]{1,2}(?:[xX]{1,3}|某{1,2}|[A-Z]|\*{1,2})$/;

const recipientMark =
  /[([【]?\s*(?:(?:亲启|亲收|签收|查收|收启|收|启)\s*[)\]】]?|(?<=[([【]\s*)(?:先生|女士|小姐|老师)\s*[)\]】])$/;
const strayEnd = /[\s.:·•()[\]【】@#-]+$/;
const strayStart = /^[\s.:·•()[\]【】@#*-]+/;

/** 林经理收 → 林经理, 王芳(收) → 王芳; the front stays as it is. */
export function cleanNameEnd(written: string): string {
  const named = written.replace(recipientMark, '');
  return (named === '' ? written : named).replace(strayEnd, '');
}

/** A name without the marks around it. */
export function cleanName(written: string): string {
  return cleanNameEnd(written).replace(strayStart, '');
}

/** 丁小姐, 林经理. */
export function isTitled(text: string): boolean {
  return text.length <= 5 && title.test(text);
}

/** 小明 in 王小明先生; empty in 丁小姐. */
export function givenBeforeTitle(text: string): string {
  const ends = title.exec(text)?.[0].length ?? 0;
  return text.slice(surnameLength(text), text.length - ends);
}

/** Is this built like a road, a building or a note rather than a person? */
export function looksLikePlace(text: string): boolean {
  return placeWord.test(text) || chatWord.test(text) || (text.length > 2 && addressTail.test(text));
}

/** A business may receive, and stands in addresses as well: it takes a place of its own to be the name. */
export function isBusiness(written: string): boolean {
  if (written.length > longestName + 10 || written.length < 3) return false;
  const text = cleanName(written);
  return business.test(text) && !/[路街巷号栋楼层室镇乡村]/.test(text.slice(0, -2));
}

const longestName = 16;
/** Words of an address that begin with a surname. */
const addressWords = new Set(
  '单元 单位 左右 东门 西门 南门 北门 正门 后门 侧门 门面 门店 门市 宿舍 东侧 西侧 南侧 北侧 路口 路东 路西 路南 路北 楼上 楼下 楼道 房间 商铺 商住 车库 农场 林场 安置 经开 高新 开发 全部 中间 中段 东头 西头 南头 北头 东边 西边 东户 西户 中户 时代 通道 方向 项目 项目部 工地 连队 麻将 水果 花店 江边 河边 湖边'.split(
    ' ',
  ),
);

/** How much a text looks like a receiver's name by itself, about -8 to 7. Null: it cannot be one. */
export function nameWorth(written: string): number | null {
  // Long tokens and those with a digit are addresses: no need to look closer.
  if (/\d/.test(written) || (written.length > longestName && !/[A-Za-z·•・.]/.test(written))) return null;
  const text = cleanName(written);
  if (text === '' || addressWords.has(text)) return null;
  if (latinStreet.test(text)) return null;
  if (latinName.test(text)) return text.includes(' ') ? 5 : text.length >= 3 ? 3 : 0;
  if (partlyMasked.test(text)) return surnameLength(text) > 0 ? 4 : 2;
  if (dotted.test(text)) return 5;
  if (!script.test(text)) return /^[\p{L}·' .-]{2,20}$/u.test(text) ? 0 : null;
  let worth = 0;
  if (chatWord.test(text)) worth -= 8;
  if (placeWord.test(text)) worth -= 6;
  const surname = surnameLength(text);
  const titled = title.test(text);
  if (titled && text.length <= 6) worth += surname > 0 ? 4 : 3;
  if (surname > 0) worth += 3;
  const titleLength = titled ? (title.exec(text)?.[0].length ?? 0) : 0;
  const given = text.length - surname - titleLength;
  if (surname > 0 && (given === 1 || given === 2)) {
    worth += surname === 2 ? 3 : 2;
    if (isGivenName(text.slice(surname, surname + given))) worth += 1;
  } else if (text.length >= 2 && text.length <= 4) worth += 1;
  const foreign = Array.from(text).filter((character) => transliteration.has(character)).length;
  if (text.length >= 4 && foreign / text.length >= 0.75) worth += 4;
  else if (text.length > 4 && !titled) worth -= text.length - 3;
  if (text.length === 1) worth -= 2;
  if (addressTail.test(text)) {
    const natural = naturalTail.test(text) && (text.length === 2 || (surname > 0 && given <= 2));
    worth -= natural ? 1.5 : text.length > 3 ? 5 : 3;
  }
  return worth;
}
