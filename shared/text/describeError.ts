import type { Right } from '../domain/operator.ts';
import { type ErrorCode, errorDefinition, isErrorCode } from '../errors/catalogue.ts';
import type { ErrorText } from '../errors/defineErrors.ts';
import type { ErrorParams } from '../errors/outcome.ts';

/** What the system calls a fault, as it reads in brackets within a sentence. A name that is not here is shown as it is. */
export const causeWords: Readonly<Record<string, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  timeout: { 'zh-CN': '等不到回应', en: 'no answer in time' },
  closed: { 'zh-CN': '对方断开了', en: 'the other side closed' },
  ETIMEDOUT: { 'zh-CN': '等不到回应', en: 'no answer in time' },
  ECONNREFUSED: { 'zh-CN': '对方拒绝连接', en: 'connection refused' },
  ECONNRESET: { 'zh-CN': '对方断开了', en: 'the other side cut the connection' },
  EPIPE: { 'zh-CN': '对方断开了', en: 'the other side closed' },
  EHOSTUNREACH: { 'zh-CN': '这台电脑到不了那里', en: 'no way to that device' },
  ENETUNREACH: { 'zh-CN': '网络不通', en: 'no network' },
  EHOSTDOWN: { 'zh-CN': '对方没有开机', en: 'the device is off' },
  ENOTFOUND: { 'zh-CN': '没有这个地址', en: 'no such address' },
  ENOENT: { 'zh-CN': '不存在', en: 'it is not there' },
  ENODEV: { 'zh-CN': '设备没有接上', en: 'the device is not connected' },
  ENXIO: { 'zh-CN': '设备没有接上', en: 'the device is not connected' },
  EACCES: { 'zh-CN': '没有权限', en: 'no permission' },
  EPERM: { 'zh-CN': '没有权限', en: 'no permission' },
  EBUSY: { 'zh-CN': '被别的程序占用', en: 'another program uses it' },
  EAGAIN: { 'zh-CN': '设备不收数据', en: 'the device takes no data' },
  EIO: { 'zh-CN': '设备读写出错', en: 'the device failed' },
  ENOSPC: { 'zh-CN': '磁盘满了', en: 'the disk is full' },
  EROFS: { 'zh-CN': '磁盘只读', en: 'the disk is read-only' },
};

/** What a right allows, as it reads in a sentence: "this takes the right to …". */
export const rightWords: Readonly<Record<Right, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  seeWork: { 'zh-CN': '查看订单和打印队列', en: 'see orders and the print queue' },
  packParcels: { 'zh-CN': '打印面单和打包', en: 'print labels and pack' },
  importOrders: { 'zh-CN': '导入订单', en: 'import orders' },
  correctAddresses: { 'zh-CN': '校正地址', en: 'correct addresses' },
  changeOrders: { 'zh-CN': '更改订单', en: 'change orders' },
  bookParcels: { 'zh-CN': '取号发货', en: 'book waybills' },
  reprintAgain: { 'zh-CN': '再次补打面单', en: 'reprint a label again' },
  passReprintLimit: { 'zh-CN': '超过上限补打面单', en: 'reprint beyond the limit' },
  seePersonalData: { 'zh-CN': '查看完整的个人信息', en: 'see personal data in full' },
  printFullForm: { 'zh-CN': '打印不打码的面单', en: 'print a label that hides nothing' },
  exportOrders: { 'zh-CN': '导出订单', en: 'export orders' },
  exportPersonalData: { 'zh-CN': '导出完整的个人信息', en: 'export personal data in full' },
  changePrinters: { 'zh-CN': '设置打印机', en: 'set up printers' },
  changeRules: { 'zh-CN': '更改规则和面单样式', en: 'change rules and label layouts' },
  changeAccounts: { 'zh-CN': '更改平台账号', en: 'change accounts' },
  changeSettings: { 'zh-CN': '更改设置', en: 'change settings' },
  manageOperators: { 'zh-CN': '管理操作员', en: 'manage operators' },
};

export type Language = 'zh-CN' | 'en';

/** A list that knows the code alone leaves a gap, never the name of a place. */
function fill(template: string, params: ErrorParams, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name] ?? '…';
    if (name === 'right') return wordsOfRight(String(value), language);
    return name === 'cause' ? wordsOfCause(String(value), language) : String(value);
  });
}

/** Rights travel by name and are read in words. */
function wordsOfRight(right: string, language: Language): string {
  return Object.hasOwn(rightWords, right) ? rightWords[right as Right][language] : right;
}

/** So do the system's names of faults; one nobody put into words stays as it is. */
function wordsOfCause(cause: string, language: Language): string {
  return Object.hasOwn(causeWords, cause) ? (causeWords[cause]?.[language] ?? cause) : cause;
}

/** The text a person reads for a code, with its places filled. */
export function describeError(
  code: ErrorCode,
  params: ErrorParams = {},
  language: Language = 'zh-CN',
): ErrorText {
  const text = errorDefinition(code)[language];
  return { says: fill(text.says, params, language), next: fill(text.next, params, language) };
}

/** Both sentences of a code in one line; a code that no catalogue knows stays itself. */
export function sentencesOf(code: string, params: ErrorParams | undefined, language: Language): string {
  if (!isErrorCode(code)) return code;
  const { says, next } = describeError(code, params, language);
  return `${says} ${next}`;
}
