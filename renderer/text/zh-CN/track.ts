export const track = {
  search: '搜索运单号、订单号',
  exception: '异常',
  empty: '还没有运单',
  emptyNote: '取号后的运单会出现在这里，并自动查询轨迹。',
  noneFound: '没有符合条件的运单',
  refreshDue: '刷新物流',
  refreshOne: '立即查询',
  refreshed_other: '已查询 {{count}} 个运单。',
  refreshFailed_other: '{{count}} 个运单没有查到。',
  last: '最新轨迹',
  lastAt: '轨迹时间',
  checkedAt: '上次更新',
  never: '未查询',
  neverAsked: '还没有向平台查询过。',
  asked: '上次查询：',
  noEvents: '平台还没有这个运单的轨迹。',
  detail: '轨迹详情',
};

/** 把单号回填到店铺平台。 */
export const writeBack = {
  short: '回填单号',
  titleAll: '回填全部单号',
  titleTicked_other: '回填勾选的 {{count}} 单',
  again: '包括已经回填过的',
  will_other: '将写出 {{count}} 个单号：{{platforms}}。每个平台一个批量发货文件。',
  more_other: '另有 {{count}} 个没有列出。',
  skipped_other: '{{count}} 单不回填',
  note: '工作簿里单号按文本写出，不会变成科学计数；快递公司用平台认可的全称。',
  nothing: '没有需要回填的单号。',
  fill: '填进下载的模板…',
  write: '写出文件',
  written_other: '已写出 {{count}} 个单号，共 {{files}} 个文件。',
};

/** 把订单导出成工作簿。 */
export const exporting = {
  short: '导出',
  title_other: '导出 {{count}} 单',
  which: '将把当前筛选“{{filter}}”的订单写成一个 xlsx 工作簿，一单一行。',
  whichFound: '将把“{{filter}}”里搜到“{{search}}”的订单写成一个 xlsx 工作簿，一单一行。',
  columns:
    '包括：订单号、店铺、状态、收件人、电话、地址、商品、数量、重量、快递公司、快递单号、买家留言、卖家备注。',
  reveal: '姓名、电话和详细地址不打码',
  maskedNote: '姓名、电话和详细地址会打码，例如 138****8000。',
  revealedNote: '文件里会有完整的个人信息，这次导出会留下记录。请只交给需要的人，用完删除。',
  write: '写出文件',
  written_other: '已导出 {{count}} 单。',
};
