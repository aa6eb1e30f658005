import type { Right } from '../domain/role.ts';

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
