const numeral = '(?:[A-Za-z]?\\d+|[A-Za-z]|[一二三四五六七八九十百]+)';
const dash = '[-－—–_/]';

/** 3栋 · 2单元 · B座 · 12号楼 · 四层 · 501室 · 1# */
const namedUnit = `${numeral}(?:${dash}${numeral})*\\s*(?:号楼|號樓|号院|号房|号铺|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|户|戶|房|铺|档|门|梯|#|[Ff](?![A-Za-z]))`;
/** 1-7-701, but not the house number 45-5号. */
const unitChain = `[A-Za-z]?\\d+(?:${dash}[A-Za-z]?\\d+)+(?!\\d|\\s*[号號]|${dash}\\d+\\s*[号號])`;
/** 704 at the end of 永乐苑1#704; digits that count a road, a group or a distance are no room. */
const bareNumber = '\\d{2,}(?![\\d-]|\\s*[号號路弄巷街道组組队隊村里年中小米公线線国國省县縣团團连連师師])';

const firstUnit = new RegExp(`${namedUnit}|${unitChain}|${bareNumber}`, 'u');

/**
 * Detail address with everything from the first building, unit or room number on hidden
 * (丹溪路811号永乐苑***). Road and house number stay: the parcel must still find its street (GB/T 41833-2022).
 * An address without a unit is returned as it is.
 */
export function maskDetail(detail: string): string {
  const unit = firstUnit.exec(detail);
  return unit === null ? detail : `${detail.slice(0, unit.index)}***`;
}
