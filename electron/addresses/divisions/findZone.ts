const zone =
  /^[\u3400-\u9fff]{0,6}?(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|经济技术开发区|经济开发区|工业园区|高新区|经开区|开发区|示范区|保税区|度假区|管理区|工业区|新区)/;

/** 高新区, 经济技术开发区 … at the beginning of a detail: carriers print it, the law knows no such district. */
export function findZone(plainDetail: string): string {
  return zone.exec(plainDetail)?.[0] ?? '';
}
