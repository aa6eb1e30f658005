/** 取号时记下的预估运费。 */
export const freight = {
  each: '{{amount}}（{{count}} 件，平均 {{each}}）',
  by: { table: '按价格表“{{table}}” {{zone}}', platform: '平台报价' },
  unknown: {
    'no-table': '没有价格表',
    'not-valid-now': '取号那天没有有效的价格表',
    'no-weight': '没有重量',
    'no-zone': '价格表没有这个地区',
    overweight: '超过价格表的重量',
    'no-carrier': '没有快递公司',
  },
};
