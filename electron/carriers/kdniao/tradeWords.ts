/** Fixed words of the trade, none of which can be part of a name or an address as it stands there. */
const words =
  /已揽(收|件)|已取件|已签收|已发(出|货)|已出库|运输中|派送中|(不能|无法|不可|不允许|不支持)(取消|撤销|作废|查询|订阅|识别)|(取消|查询|订阅|下单)失败|超过取消时间|未开通|未授权|(无|没有|缺少)(接口)?权限|IP不在白名单|缺少必要参数\[[A-Za-z.]{2,30}\]|参数格式错误\[[A-Za-z.]{2,30}\]|(电子面单|账户|单号)?余额不足|欠费|单号(不存在|错误|格式错误)|订单不存在|系统(异常|繁忙|错误)|(接口|请求)?超时|请?稍后(再试|重试)|该快递公司(暂)?不支持(单量查询|时效预测|轨迹查询|订阅|取消|电子面单)|请求?(过于)?频繁/gu;

/**
 * What may be told of a sentence when nobody knows which persons it can name: the platform has them from the booking,
 * the call itself has not. Only the fixed words that stand in it; empty when there are none.
 */
export function tradeWords(reason: string): string {
  return [...new Set(Array.from(reason.matchAll(words), ([word]) => word))].join('，');
}
