/** 同上, 见备注, 待定, #N/A: stands where something should, and says only that it is elsewhere or not there yet. */
const anywhere = [
  '同(?:上|前|左|右)|如上|[〃″"]',
  '(?:详?见|请?看|在)(?:买家|卖家|客户|订单|聊天)?(?:备注|留言|记录|附件|图片?|上[面文]?|下[面文]?)里?',
  '(?:待|等)(?:定|补充?|确认|填写?|提供|通知|客户提供)|未知|未填写?|未提供|未定|暂无|暂缺|不详|不明|不清楚|没有|缺失|为?空',
  'n/?a|nan|nil|undefined|&?nbsp;?|<br ?/?>',
  '#(?:n/a|ref!?|value!?|name\\??|div/0!?|num!?|null!?)',
].join('|');
const street = [
  '同(?:一?地址|收[件货]人)|[没无]有?(?:详细)?地址|x{2,}|测试|test|保密',
  '(?:客户|上门|到店|门店|买家)?自[提取]|(?:到店|上门)[自来]?[提取]货?',
  '(?:还是|照旧|按)?(?:原|老|旧|以前的?|之前的?|上次的?|上次那个)(?:地址)?|不变',
  '请?(?:联系|问|电联)(?:买家|客户|收[件货]人|本人|我)',
  '(?:我|他|她)?(?:家里?|老家|公司里?|单位|学校|宿舍)',
].join('|');
const nothing = new RegExp(`^[([（【]?(?:${anywhere})[)\\]）】]?$`, 'i');
const noStreet = new RegExp(`^[([（【]?(?:详细|具体)?(?:地址)?(?:${anywhere}|${street})[)\\]）】]?$`, 'i');
/** The longest of them. */
const mostUnits = 14;
/** 0, 1, 123: what a form wanted to have filled. */
const bareNumber = /^\d{1,5}$/;
/** ??? is a name that another program lost; that it is damaged is said elsewhere, and it stays to be seen. */
const sayable = /[\p{L}\p{N}?]/u;

/** True where a cell for a name names nobody. */
export function saysNobody(name: string): boolean {
  return name.length <= mostUnits && (!sayable.test(name) || /^\d{1,2}$/.test(name) || nothing.test(name));
}

/** True where a detail leads nobody to a door. A number alone may be one in a village. */
export function saysNoStreet(town: string, detail: string): boolean {
  const text = detail.trim();
  if (text === '' || text.length > mostUnits) return false;
  return noStreet.test(text) || (town === '' && bareNumber.test(text));
}
