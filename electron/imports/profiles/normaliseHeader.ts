/** Bracket groups that only give a unit or a rule of filling in. */
const unitOrRule =
  /\((?:元|件|个|箱|盒|袋|包|瓶|套|条|双|只|份|台|桶|提|枚|株|kg|千克|公斤|斤|克|g|cm|厘米|必填|选填|单选|可空|非必填|必填项)\)/g;
const invisible = /[\s\p{Cc}\p{Cf}]/gu;
/** Characters of the Hong Kong and Taiwan courier sheets, and what stands for each in its place. */
const traditional = '帐戶訂單號詳細機電話國區縣郵編貨總數價額結長寬類聲個備註發稱';
const simplified = '账户订单号详细机电话国区县邮编货总数价额结长宽类声个备注发称';
const anyTraditional = new RegExp(`[${traditional}]`, 'g');

/**
 * A column header in the one form that is looked up: half-width, lower case, simplified, without white space, quotes,
 * marks and unit brackets; what stands after a line break inside is an instruction and goes.
 */
export function normaliseHeader(header: string): string {
  const firstLine =
    header
      .normalize('NFKC')
      .trim()
      .split(/[\r\n]/)[0] ?? '';
  return firstLine
    .toLowerCase()
    .replace(invisible, '')
    .replace(/['"‘’“”`*:]/g, '')
    .replace(unitOrRule, '')
    .replace(anyTraditional, (character) => simplified.charAt(traditional.indexOf(character)));
}
