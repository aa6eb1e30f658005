import { blanks, UnitSet } from '../text/unitSet.ts';

/** Units that titles end with. */
const titleEnd = new UnitSet('生士姐师師理傅姨叔哥学夫任板太长计监总工');
const title =
  /(?:先生|女士|小姐|老师|老師|经理|師傅|师傅|阿姨|叔叔|大哥|大姐|同学|医生|大夫|主任|老板|太太|店长|院长|校长|护士|会计|总监|总|哥|姐|工)$/;
const addressTail = new UnitSet(
  '路街巷弄号號楼樓栋幢座室层層村镇鎮乡鄉区區县縣市省厦廈苑园園城店局院校厂廠站组組队隊屯庄桥橋口旁侧沟岭坡坪湖河山溪洞边里部门門期坊湾寨社塘府居邸墅',
);
/** 大山, 小溪, 秦乐山, 张宁桥: place words that given names end with as well. */
const naturalTail = new UnitSet('湖河山溪桥岭城园里');
/** Each of the words of a place below has one of these. */
const placeUnits = new UnitSet(
  '司学院行场园区寓厦市店馆业技村道面近心城站代菜递物府幼舍间库台卫口楼提家都社查',
);
const placeWord =
  /(?:公司|大学|中学|小学|医院|银行|广场|花园|小区|公寓|大厦|市场|超市|酒店|宾馆|工业|科技|新村|街道|大道|家园|对面|附近|学院|中心|商场|商城|驿站|代收|菜鸟|快递|物流|政府|幼儿|宿舍|车间|仓库|前台|门卫(?![国东华红平民军强兵])|门口|楼下|自提|世家|名都|公馆|公社|农场|林场|嘎查)/;
/** 恒达商贸有限公司, 小刘便利店: a business that receives. */
const businessEnd = new UnitSet('司团厂房所市店厅院室部告行庄社铺');
const business =
  /^[\u3400-\u9fff()]{2,18}(?:公司|集团|工厂|电子厂|服装厂|药房|诊所|超市|便利店|服饰店|专卖店|文具店|五金店|母婴店|烟酒店|旗舰店|小吃店|餐厅|饭店|火锅店|美容院|工作室|经营部|事务所|汽修厂|修理厂|门市部?|图文广告|商行|商店|书店|花店|茶庄|合作社|店铺)$/;
/** Each of the words to a shop below has one of these. */
const chatUnits = new UnitSet('谢烦尽急你您邮货丰通韵申付注请要必放话天末作址机国服舰单拍售');
const chatWord =
  /(?:谢谢|感谢|麻烦|尽快|加急|你好|您好|包邮|发货|顺丰|圆通|中通|韵达|申通|到付|备注|请|不要|务必|放[门前驿柜在到]|打电话|今天|明天|周末|工作日|地址|电话|手机|收货|全国|客服|售后|旗舰|下单|拍下)/;

/** Syllables of Uyghur, Kazakh and Tibetan names; a word made of them is a name whatever it begins with. */
const transliteration = new UnitSet(
  '阿艾买努尔吐古热帕玛木麦依伊吾卡哈库沙赛巴提江别克汗丽娜拉合迪力山斯坦那孜逊曼巧罕祖米扎才让卓次仁旦增格桑洛索朗尼布达娃德吉丹多杰贡嘎央金平措顿珠旺堆地再夏甫都肉亚娅苏莱什不扬图尼松塔里比乌恩其其格那日呼和特木勒萨仁高宝音朝鲁加措白玛拥忠强热合曼江古丽买买提依明艾则孜麦提亥尼帕克拜吾买尔凯',
);
const script = new UnitSet('').with(0x3400, 0x9fff).with(0xd800, 0xdfff);
const dotted = /^[\u3400-\u9fff]{1,8}(?:[·•・.][\u3400-\u9fff]{1,8}){1,3}$/;
const latinName = /^[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}$/;
const latinStreet =
  /\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Building|Tower|Floor|Room|Plaza|District|City|Town|Village|China)\b/i;
const partlyMasked = /^[\u3400-\u9fff]{1,2}(?:[xX]{1,3}|某{1,2}|[A-Z]|\*{1,2}|\*[\u3400-\u9fff])$/;

const recipientMark =
  /[([【]?\s*(?:(?:(?:本人)?(?:亲启|亲收|签收|查收|收启|代收|代签|收|启)|本人)\s*[)\]】]?|(?<=[([【]\s*)(?:先生|女士|小姐|老师)\s*[)\]】])$/;
/** Such a mark ends with one of these. */
const recipientMarkEnd = new UnitSet(`${blanks}收启签人)]】`);
const strayAtEnd = new UnitSet(`${blanks}.:·•()[]【】@#-`);
const strayAtStart = new UnitSet(`${blanks}.:·•()[]【】@#*-`);

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '】': '【' };

/** Does a note behind the name end here, as in 王小明(总代理)? Its bracket belongs to it, one around the whole name does not. */
function endsNote(text: string, end: number): boolean {
  const opening = openings[text[end - 1] ?? ''];
  const start = opening === undefined ? -1 : text.lastIndexOf(opening, end - 2);
  return start > 0 && start < end - 2 && !strayAtStart.isAllOf(text.slice(0, start));
}

/**
 * 王芳收 → 王芳. A mark glued to one character is the rest of a name (钱收, 陈启), and 启 glued to any name that has no
 * title: 王天启 is far more often somebody's name than a letter to 王天.
 */
function withoutMark(written: string): string {
  const mark = recipientMark.exec(written)?.[0] ?? '';
  const named = written.slice(0, written.length - mark.length);
  const isGlued = mark.length === 1;
  const isName = isGlued && (named.length < 2 || (mark === '启' && titleLength(named) === 0));
  return named === '' || isName ? written : named;
}

/** 林经理收 → 林经理, 王芳(收) → 王芳; the front stays as it is. */
export function cleanNameEnd(written: string): string {
  const name = recipientMarkEnd.endsWith(written) ? withoutMark(written) : written;
  let end = name.length;
  while (strayAtEnd.isAt(name, end - 1) && !endsNote(name, end)) end -= 1;
  return name.slice(0, end);
}

/** A name without the marks around it. */
export function cleanName(written: string): string {
  const name = cleanNameEnd(written);
  let start = 0;
  while (strayAtStart.isAt(name, start)) start += 1;
  return name.slice(start);
}

/** Length of the title a text ends with: 2 in 丁小姐, 0 where there is none. */
function titleLength(text: string): number {
  return titleEnd.endsWith(text) ? (title.exec(text)?.[0].length ?? 0) : 0;
}

/** 丁小姐, 林经理. `from`: where the name begins in the text. */
export function isTitled(text: string, from = 0): boolean {
  return text.length - from <= 5 && titleLength(text) > 0;
}

/** 小明 in 王小明先生; empty in 丁小姐. */
export function givenBeforeTitle(text: string): string {
  return text.slice(surnameLength(text), text.length - titleLength(text));
}

const hasPlaceWord = (text: string): boolean => placeUnits.isIn(text) && placeWord.test(text);
const hasChatWord = (text: string): boolean => chatUnits.isIn(text) && chatWord.test(text);

/** Is this built like a road or a building? */
export function isBuiltLikePlace(text: string): boolean {
  return (text.length > 2 && addressTail.endsWith(text)) || hasPlaceWord(text);
}

/** The same or a note, and no person. */
export function looksLikePlace(text: string): boolean {
  return isBuiltLikePlace(text) || hasChatWord(text);
}

/** A business may receive, and stands in addresses as well: it takes a place of its own to be the name. */
export function isBusiness(written: string): boolean {
  if (written.length > longestName + 10 || written.length < 3) return false;
  const text = cleanName(written);
  return (
    businessEnd.endsWith(text) && business.test(text) && !/[路街巷号栋楼层室镇乡村]/.test(text.slice(0, -2))
  );
}

/** 谢了, 在吗: no name ends so. */
const saidEnd = new UnitSet('了吗呢');
const longestName = 16;
const digits = new UnitSet('0123456789');
const latinOrDot = new UnitSet('·•・.').with(0x41, 0x5a).with(0x61, 0x7a);
/** Words of an address that begin with a surname. */
const addressWord =
  '单元 单位 左右 东门 西门 南门 北门 正门 后门 侧门 门面 门店 门市 宿舍 东侧 西侧 南侧 北侧 路口 路东 路西 路南 路北 楼上 楼下 楼道 房间 商铺 商住 车库 农场 林场 安置 经开 高新 开发 全部 中间 中段 东头 西头 南头 北头 东边 西边 东户 西户 中户 时代 通道 方向 项目 项目部 工地 连队 麻将 水果 花店 江边 河边 湖边';
const addressWords = new Set(addressWord.split(' '));
const addressWordStarts = new UnitSet(addressWord);

/** A surname and what given names are made of are worth so much. */
export const fullNameWorth = 5;

/** How much a text looks like a receiver's name by itself, about -8 to 7. Null: it cannot be one. */
export function nameWorth(written: string): number | null {
  // Long tokens and those with a digit are addresses: no need to look closer.
  if (digits.isIn(written) || (written.length > longestName && !latinOrDot.isIn(written))) return null;
  const text = cleanName(written);
  if (text === '' || (saidEnd.endsWith(text) && text.length <= 3)) return null;
  if (text.length <= 3 && addressWordStarts.isAt(text, 0) && addressWords.has(text)) return null;
  if (text.endsWith('某') && partlyMasked.test(text)) return surnameLength(text) > 0 ? 4 : 2;
  return script.isAllOf(text) ? scriptWorth(text) : otherWorth(text);
}

/** Names with letters or marks in them. */
function otherWorth(text: string): number | null {
  if (latinStreet.test(text)) return null;
  if (latinName.test(text)) return text.includes(' ') ? 5 : text.length >= 3 ? 3 : 0;
  if (partlyMasked.test(text)) return surnameLength(text) > 0 ? 4 : 2;
  if (dotted.test(text)) return 5;
  return /^[\p{L}·' .-]{2,20}$/u.test(text) ? 0 : null;
}

/** Names in Chinese characters alone. */
function scriptWorth(text: string): number {
  let worth = 0;
  if (hasChatWord(text)) worth -= 8;
  if (hasPlaceWord(text)) worth -= 6;
  const surname = surnameLength(text);
  const titled = titleLength(text);
  if (titled > 0 && text.length <= 6) worth += surname > 0 ? 4 : 3;
  if (surname > 0) worth += 3;
  const given = text.length - surname - titled;
  if (surname > 0 && (given === 1 || given === 2)) {
    worth += surname === 2 ? 3 : 2;
    if (isGivenName(text.slice(surname, surname + given))) worth += 1;
  } else if (text.length >= 2 && text.length <= 4) worth += 1;
  if (text.length === 2 && calledSo.isAt(text, 0) && hasCommonSurname(text.slice(1))) worth += 2;
  if (text.length >= 4 && isTransliterated(text)) worth += 4;
  else if (text.length > 4 && titled === 0) worth -= text.length - 3;
  if (text.length === 1) worth -= 2;
  // 姓祝: a surname that is told, and no name yet.
  if (text.startsWith('姓')) worth -= 3;
  if (spoken.isIn(text) && !isTransliterated(text)) worth -= 3;
  if (addressTail.endsWith(text)) {
    const natural = naturalTail.endsWith(text) && (text.length === 2 || (surname > 0 && given <= 2));
    worth -= natural ? 1.5 : text.length > 3 ? 5 : 3;
  }
  return worth;
}

/** 不急, 红的, 发我老家: a piece of a sentence where a name might stand. Some are called so for fun. */
const spoken = new UnitSet('我你您他她咱这给请很寄拍着急票换退的没说送要');
/** 老李, 小王. */
const calledSo = new UnitSet('老小');

/** Three quarters of it are such syllables. */
function isTransliterated(text: string): boolean {
  let syllables = 0;
  for (let at = 0; at < text.length; at += 1) if (transliteration.isAt(text, at)) syllables += 1;
  return syllables / text.length >= 0.75;
}

/** Single surnames in use, commonest first; together they cover practically everybody. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧阳甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都沙荣伊窦商楼应宣佟麦官衣巫芮储靖糠麻银郦诸邢尚洛步明巩匡寇蔺菅封尉令濮胥訾雍国赫代扈充耳由狄郗须和战慕仝鹿卯敬冼蒲端覃练利劳湛保蹇邝幸云相芶信岳汲初种苍巴那才原帅嘉晁亓占么折门区水年居回海忻问鞠阚丰厉戎农永祝佘茹凃仰矫逄綦冶铁虎桑边普敖银栗粟訾谌谯贝逯郇郜钮阙隗雒韶颉佴俸刀双尧岑惠扶杭楚檀沃渠禹荀荆蒯蓬虞衡骆鱼鲜庞柳裘宗平元乐皮卞缪凤昌酆伏茅危支昝干贲嵇滑羊於羿邴松井富乌牧宓班秋仲暴钭祖束蓟印宿怀邰鄂索咸籍阴闻莘贡堵宰璩寿郏浦宦容慎戈庾暨满弘禄蔚越夔隆师厍勾融毋巢竺权益桓粘招斯昂';
const traditional =
  '張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉呂盧鐘鍾陸賈鄒閻賀顧龔萬錢嚴歐喬賴蘭顏倪蘆魯畢聂聶齊莊費紀關項單簡連麥聯鄺區應樓寧溫湯龍譚蘇羅衛龐閔鄔滿師榮';
const compound =
  '欧阳,太史,端木,上官,司马,东方,独孤,南宫,万俟,闻人,夏侯,诸葛,尉迟,公羊,赫连,澹台,皇甫,宗政,濮阳,公冶,太叔,申屠,公孙,慕容,仲孙,钟离,长孙,宇文,司徒,鲜于,司空,闾丘,子车,亓官,司寇,巫马,公西,颛孙,壤驷,公良,漆雕,乐正,宰父,谷梁,拓跋,夹谷,轩辕,令狐,段干,百里,呼延,东郭,南门,羊舌,微生,公户,公玉,公仪,梁丘,公仲,公上,公门,公山,公坚,左丘,公伯,西门,公祖,第五,公乘,贯丘,公皙,南荣,东里,东宫,仲长,子书,子桑,即墨,达奚,褚师,吴铭,纳兰,歐陽,司馬,諸葛,東方';

const singles = new UnitSet(single + traditional);
const compounds = new Set(compound.split(','));
const compoundStarts = new UnitSet(compound);

const common = new UnitSet(single.slice(0, 160));

/** One of the first 160 of the list: enough where nothing else speaks for a name. */
export function hasCommonSurname(text: string): boolean {
  return common.isAt(text, 0);
}

/** Length of the surname a text has at `at`: 2, 1, or 0 where it has none. */
export function surnameLength(text: string, at = 0): 0 | 1 | 2 {
  if (compoundStarts.isAt(text, at) && compounds.has(text.slice(at, at + 2))) return 2;
  return singles.isAt(text, at) ? 1 : 0;
}

/** Characters that given names are commonly made of and that hardly end a road, a village or a building. */
const frequent =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚英秀兰桂玲红梅建国文博轩梓涵雨桐浩然欣怡诺思佳晓燕春冬玉凤俊熙泽宇航佑豪嘉诗曦若梦琪雪琴婷丹莉倩鹏飞云晨阳旭立群永清康宁森庆福昌宝乐仁辉耀炜烨鑫淼焱垚喆昊瑾瑜雯玥瑶璐颖莹菲薇蕾蓉萍芬香爱卫援跃小亚可心语嫣沐宸萱凯瑞奕皓铭婉馨墨鸣凡龙虎德志忠义礼智信孝勤俭良善美慧贤淑贞惠珍琳琼珊瑛璇翠碧荷莲菊蕙芝芸茜茹萌蓓蔚楠彬斌峰锋海亮浩彤彦成承振晖景晶智朝杨柏柳树栋梁楚榕欢毅民波洁洪润淳源滨灵炎烁然爽玮珂珏珺琛琨瑄瑛瑞璇男甜畅益盈睿祥祺禹秋科程穗竹笑筠纯纪绍维绮缘罡羽翔翰耘聪胜腾舒艺艾芊芙苏苒英荣莎萃葳蓝虹蝶裕西言诚谦豫贝赫超越达迪迎逸进远道邦邵郁采钧钰铎锐锦锴长隽霖霄露青靖韬韵韶顺颂飏驰骏骞高魁鸿鹤鹭麒麟黛齐川北南东中华新兴国家全根发生友有贵富才财学礼正光武斯世昭传宗启运广元天大四少年仕佩倚倬元先克兆兰冠冰凌利力加务劲勋化千卓原双发叔向吉君培基增士声壮夏奇奎奥好如妍妙姗姝姣娇娅娥娴婕婵媛嫦子孟存季宏定宜宣宪容宽宾寅富寒寿尔尚岚岩岳崇川巧帅帆干广廷开弘弟彪影征律微念怀怜恒恩悦情惜意愉慕懿成扬抒拓振捷掌撼攀放政效敖斐方施昂昌昕星映昱显晋晏晓晟智暄暖曼月有朋朗望未本材来松极枫柔标格桃梵棠椿榆榜槐歌正武每水沁沛泉泓波泰洛津洲流济浦浪润涵渊渝温湘源溢滔漫漪潇澄澜瀚灏灿炳炫煊煜煦熠燃爱牧特犇玖玲珈珍珠理琅琦琬琰瑰璞璟璨甫田电画白百皎益盛盼真石砚碧礼祖神禄福禾秉称积穆空立竣章端竞笛筱简箫篱米粒精素紫红绪缃缦罗美群耀聆育胤腊臣自舟良艳芃芒花芷苑苗茂茵荃荟荣莞莱菀菁菡萧萤葵蒙蓉蔓蕊薪藜行衍衡裳觅观言计训记许论诗诣详语说读谊谨谱豆贞贤资赋赐赛赞起跃路轶辰迅过连逊通造遥邈郎酉里重野金钊钢铁铃银铠铮锟镇长问闻阔阳际陆陵陶隆隐雁雄雅集雨雷震霏霓青靓静音韦页顶项领颐风食饶香馥驹骄骐高鲁鲲鸣鸥鹏鹰麦黎';

/** These end places as often as names. */
const placeEnds = new Set(
  '里路港西东南北中镇村桥江湖河山海川洲岭石水田泉溪城原野园苑花家道学发米行资重过连通造空电画罗计说',
);
const characters = new UnitSet(
  Array.from(frequent)
    .filter((one) => !placeEnds.has(one))
    .join(''),
);

/** True when every character is one that given names are made of. */
export function isGivenName(text: string): boolean {
  return text !== '' && characters.isAllOf(text);
}
