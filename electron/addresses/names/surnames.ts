/** Single surnames in use, commonest first; together they cover practically everybody. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧阳甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都沙荣伊窦商楼应宣佟麦官衣巫芮储靖糠麻银郦诸邢尚洛步明巩匡寇蔺菅封尉令濮胥訾雍国赫代扈充耳由狄郗须和战慕仝鹿卯敬冼蒲端覃练利劳湛保蹇邝幸云相芶信岳汲初种苍巴那才原帅嘉晁亓占么折门区水年居回海忻问鞠阚丰厉戎农永祝佘茹凃仰矫逄綦冶铁虎桑边普敖银栗粟訾谌谯贝逯郇郜钮阙隗雒韶颉佴俸刀双尧岑惠扶杭楚檀沃渠禹荀荆蒯蓬虞衡骆鱼鲜庞柳裘宗平元乐皮卞缪凤昌酆伏茅危支昝干贲嵇滑羊於羿邴松井富乌牧宓班秋仲暴钭祖束蓟印宿怀邰鄂索咸籍阴闻莘贡堵宰璩寿郏浦宦容慎戈庾暨满弘禄蔚越夔隆师厍勾融毋巢竺权益桓粘招斯昂';
const traditional =
  '張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉呂盧鐘鍾陸賈鄒閻賀顧龔萬錢嚴歐喬賴蘭顏倪蘆魯畢聂聶齊莊費紀關項單簡連麥聯鄺區應樓寧溫湯龍譚蘇羅衛龐閔鄔滿師榮';
const compound =
  '欧阳,太史,端木,上官,司马,东方,独孤,南宫,万俟,闻人,夏侯,诸葛,尉迟,公羊,赫连,澹台,皇甫,宗政,濮阳,公冶,太叔,申屠,公孙,慕容,仲孙,钟离,长孙,宇文,司徒,鲜于,司空,闾丘,子车,亓官,司寇,巫马,公西,颛孙,壤驷,公良,漆雕,乐正,宰父,谷梁,拓跋,夹谷,轩辕,令狐,段干,百里,呼延,东郭,南门,羊舌,微生,公户,公玉,公仪,梁丘,公仲,公上,公门,公山,公坚,左丘,公伯,西门,公祖,第五,公乘,贯丘,公皙,南荣,东里,东宫,仲长,子书,子桑,即墨,达奚,褚师,吴铭,纳兰,歐陽,司馬,諸葛,東方';

const singles = new Set(Array.from(single + traditional));
const compounds = new Set(compound.split(','));

const common = new Set(Array.from(single).slice(0, 160));

/** One of the first 160 of the list: enough where nothing else speaks for a name. */
export function hasCommonSurname(text: string): boolean {
  return common.has(text.charAt(0));
}

/** Length of the surname a text begins with: 2, 1, or 0 when it begins with none. */
export function surnameLength(text: string): 0 | 1 | 2 {
  if (compounds.has(text.slice(0, 2))) return 2;
  return singles.has(text.charAt(0)) ? 1 : 0;
}
