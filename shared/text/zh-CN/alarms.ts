/** What an alarm is called, what it says, and what to do about it, a step a line. */
export const alarms = {
  alarm: {
    signature: '签名或密钥不对',
    permission: '没有接口权限',
    arrears: '平台欠费',
    'network-down': '断网',
    'platform-down': '平台连不上',
    'ship-by': '快到最晚发货时间',
    'stuck-orders': '订单卡住',
    printer: '打印机停了',
    'error-rate': '接口错误率偏高',
    balance: '单号或余额不多',
    'sync-delay': '轨迹更新滞后',
    handover: '包裹没交出去',
    cases: '异常件超时',
    'backup-age': '备份太旧',
    'channel-down': '通知发不出去',
  },
  alarmSays: {
    signature: '“{{name}}”的编号、密钥或签名平台不认，用它取不了单号。{{code}}',
    permission: '“{{name}}”没有开通这个接口的权限，或账号被停用。{{code}}',
    arrears: '“{{name}}”在平台欠费，充值前取不了单号。{{code}}',
    'network-down': '所有平台都连不上，已经 {{span}}；很可能是这台电脑断网了。',
    'platform-down': '“{{name}}”连不上或不回应，已经 {{span}}；{{waiting}} 单在等。',
    'ship-by':
      '{{count}} 单离最晚发货时间不到 {{hours}} 小时，还没交给快递。表格没写时限的，按付款（没有就按导入）后 {{limit}} 小时估算。',
    'stuck-orders': '{{count}} 单取号超过 {{span}} 还没有结果。',
    printer: '打印机“{{name}}”停了 {{span}}，{{waiting}} 张面单在等。',
    'error-rate':
      '“{{name}}”最近 {{span}} 调用 {{calls}} 次，失败 {{faults}} 次（{{percent}}%），超过 {{limit}}%。',
    balance: '“{{name}}”只剩 {{total}} {{unit}}，低于提醒线 {{limit}}。',
    'sync-delay': '{{count}} 个包裹的轨迹该查没查到，最久的晚了 {{span}}。',
    handover: '交接单过了揽收时间没签收：{{lists}} 张；快递员来过还留在这里的包裹：{{parcels}} 件。',
    cases: '{{count}} 个异常件过了处理时限。',
    'backup-age': '{{span}}没有成功备份了。',
    'backup-age-never': '已经用了 {{span}}，一次备份都没有。',
    'backup-age-second': '第二备份位置 {{span}}没有收到新备份了。',
    'channel-down': '通知渠道“{{name}}”已经 {{span}}发不出去，没发的消息留着，恢复后合成一条补发。{{code}}',
  },
  alarmSteps: {
    signature:
      '到平台后台核对商户编号和密钥，有没有被重置。\n在“设置 → 账号”里重新填写，点“测试连接”。\n测试通过后这个账号自动恢复，等着的订单会继续取号。\n急着发货：先切到备用账号。',
    permission:
      '登录平台后台，看接口有没有开通、账号有没有被停用、IP 白名单对不对。\n联系平台客服开通，报上账号编号和上面的错误。\n开通后在“设置 → 账号”里点“测试连接”，通过即恢复。\n急着发货：先切到备用账号。',
    arrears:
      '到平台充值，或让负责人付款。\n到账后在“设置 → 账号”里点“测试连接”，通过即恢复。\n急着发货：先切到备用账号。',
    'network-down':
      '看网线和路由器；用手机打开任意网页试试。\n重启路由器，或换手机热点。\n这期间导入、校正、打包照常做，订单会排队，网通了自动取号。',
    'platform-down':
      '用手机打开平台网站，看是不是平台自己的故障。\n只有它连不上：先切到备用账号，等着的订单会转过去。\n结果不明的订单留在原账号，只会用同一订单号去问，不会重复取号。\n平台恢复后点“切回”。',
    'ship-by':
      '打开发货页，先处理快到时间的订单。\n卡在取号的切到备用账号，或手工填单号。\n来不及的先联系买家或平台报备。',
    'stuck-orders':
      '打开发货页看等待和待确认的订单，原因写在订单里。\n账号停了就先处理它的报警；急着发货切到备用账号。\n待确认的按提示去平台后台核对，不要另外重新取号。',
    printer:
      '看打印机：有没有纸、盖子有没有合上、灯是不是红的。\n看数据线和电源；网络打印机看网线。\n修好后自动接着打；来不及就在打印页把面单换到另一台。',
    'error-rate':
      '打开接口日志，看最多的是哪一种错误。\n断网或超时多：看自己的网络，再看平台公告。\n一直不降：切到备用账号，并把错误报给平台客服。',
    balance: '向网点或平台补单号、充值。\n补之前可以把备用账号设好，用完会自动转过去。',
    'sync-delay':
      '看看是不是今天的查询次数用完了，或平台连不上。\n次数不够：减少要跟的包裹，或再加一个查询账号。\n买家来问时以“最后更新时间”为准，不要当成没有动静。',
    handover:
      '快递员还在就请他签收：打包台 → 交接 → 没签收的单。\n留下的包裹：让他带走，或放到下一张交接单。\n人已经走了：打电话请他回来，或改约时间。',
    cases: '打开轨迹页的异常，从最急的开始处理。\n没人管的写上负责人和时限。',
    'backup-age':
      '在“设置 → 备份”点“立即备份”。\n备份失败：看磁盘空间和写入权限。\n第二备份位置没插上：插上移动硬盘，会自动补。',
    'channel-down':
      '看上面的原因：断网会自动恢复，不用处理。\n被拒收：到群里看机器人还在不在，地址和密钥变了就重新填。\n改好后点“发测试消息”。',
  },
  alarmState: { raised: '未处理', seen: '已知悉', cleared: '已解除' },
  alarmSeverity: { urgent: '紧急', warning: '提醒' },
  alarmEnding: { healthy: '已恢复', gone: '对象已不在' },
  alarmArea: { platforms: '平台和账号', printing: '打印', orders: '订单和发货', computer: '电脑和网络' },
  channelKind: {
    wecom: '企业微信群',
    dingtalk: '钉钉群',
    feishu: '飞书群',
    webhook: 'Webhook',
    smtp: '邮件',
  },
  messageEvent: { raised: '报警', still: '仍未处理', cleared: '已解除', test: '测试' },
  messageState: {
    waiting: '等待发送',
    sending: '发送中',
    sent: '已发送',
    unknown: '不确定是否送达',
    expired: '过期未发',
    dropped: '已解除，不用发',
  },
  laneEvent: { switched: '切到备用', 'switched-back': '切回' },
  alarmLimit: {
    errorPermille: '错误率上限（‰）',
    errorWindowMinutes: '统计最近多少分钟',
    errorMinimumCalls: '至少多少次调用才算',
    syncDelayMinutes: '轨迹晚多少分钟',
    printerMinutes: '打印机停多少分钟',
    stuckMinutes: '取号多少分钟没结果',
    shipWithinHours: '表格没写发货时限时，按付款或导入后多少小时估算',
    shipByHours: '时限前多少小时报警',
    remindMinutes: '没人处理，多少分钟后再提醒一次',
  },
  alarmText: {
    one: '【{{event}}】{{title}}：{{says}}',
    many: '发货台：{{count}} 条报警',
    single: '发货台 {{event}}：{{title}}',
    since: '（已持续 {{span}}）',
    test: '这是一条测试消息，收到就说明渠道通了。',
    numbers: '个单号',
    minutes: '{{count}} 分钟',
    hours: '{{count}} 小时',
    days: '{{count}} 天',
  },
};
