/** 把订单导出成工作簿。 */
export const exporting = {
  short: '导出',
  title_one: '导出 {{count}} 单',
  title_other: '导出 {{count}} 单',
  which: '将把当前筛选“{{filter}}”的订单写成一个 xlsx 工作簿，一单一行。',
  whichFound: '将把“{{filter}}”里搜到“{{search}}”的订单写成一个 xlsx 工作簿，一单一行。',
  columns:
    '包括：订单号、店铺、状态、收件人、电话、地址、商品、数量、重量、快递公司、快递单号、买家留言、卖家备注。',
  reveal: '姓名、电话和详细地址不打码',
  maskedNote: '姓名、电话和详细地址会打码，例如 138****8000。',
  revealedNote: '文件里会有完整的个人信息，这次导出会留下记录。请只交给需要的人，用完删除。',
  write: '写出文件',
  written_one: '已导出 {{count}} 单。',
  written_other: '已导出 {{count}} 单。',
};
