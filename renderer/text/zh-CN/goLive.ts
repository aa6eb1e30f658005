/** The small-order test with test keys that unlocks real bookings. */
export const goLive = {
  title: '上线检查',
  note: '用平台给的测试编号和测试密钥跑一遍小单：签名、下单、查询、打印、取消都通过，账号才能正式取号。测试密钥只用这一次，不保存。',
  step: { signature: '签名', create: '下单', query: '查询', print: '打印', cancel: '取消' },
  state: { open: '未测试', passed: '通过', failed: '没通过' },
  testMerchantId: '测试编号（不填用账号的编号）',
  testSecret: '测试密钥',
  testEndpoint: '测试地址',
  testEndpointPublic: '测试地址（不填用平台公布的）',
  carrier: '快递公司',
  run: '开始小单测试',
  running: '正在测试，通常不到一分钟…',
  passed: '全部通过，“{{name}}”可以正式取号了。',
  failed: '“{{name}}”还没有全部通过，请看下面没通过的一步。',
  at: '测试于',
};
