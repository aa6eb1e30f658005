/** Bracket groups that only give a unit or a rule of filling in. */
const unitOrRule = /\((?:元|件|个|kg|千克|公斤|斤|克|g|cm|厘米|必填|选填|单选|可空|非必填|必填项)\)/g;
const invisible = /[\s\p{Cc}\p{Cf}]/gu;
/** Traditional characters of the Hong Kong and Taiwan courier sheets. */
const simplified: Readonly<Record<string, string>> = {
  帐: '账',
  戶: '户',
  訂: '订',
  單: '单',
  號: '号',
  詳: '详',
  細: '细',
  機: '机',
  電: '电',
  話: '话',
  國: '国',
  區: '区',
  縣: '县',
  郵: '邮',
  編: '编',
  貨: '货',
  總: '总',
  數: '数',
  價: '价',
  額: '额',
  結: '结',
  卡: '卡',
  長: '长',
  寬: '宽',
  類: '类',
  聲: '声',
  值: '值',
  個: '个',
  備: '备',
  註: '注',
  發: '发',
  稱: '称',
};

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
    .replace(
      /[帐戶訂單號詳細機電話國區縣郵編貨總數價額結長寬類聲個備註發稱]/g,
      (char) => simplified[char] ?? char,
    );
}
