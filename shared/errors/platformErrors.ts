import { defineErrors, final, retried } from './defineErrors.ts';

/** What single platforms refuse, each with a remedy of its own, and what their rules keep us from asking. */
export const platformRefusalErrors = defineErrors({
  CARRIER_NOT_OFFERED: final(
    '这个账号的平台不能寄快递公司 {carrier}，没有下单。',
    '换一个能寄的账号，或者换一家快递公司。',
    'The platform of this account does not offer the carrier {carrier}; nothing was booked.',
    'Use an account that does, or another carrier.',
  ),
  CARRIER_PEAK: retried(
    '快递公司正在高峰限单，没有接这一单。',
    '等 {waitSeconds} 秒后会自动重试；一直限单请改用别的账号或快递公司。',
    'The carrier limits orders at its peak and did not take this one.',
    'It is tried again after {waitSeconds} s; if the limit stays, use another account or carrier.',
  ),
  CARRIER_MANUAL_REVIEW: final(
    '快递公司已收到订单，正在人工核对地址，还没有给出运单号。',
    '系统会继续询问同一订单码；一小时后仍没有，请打快递公司客服。',
    'The carrier has the order; people there check the address, and there is no waybill number yet.',
    'The same order code is asked again; if there is none after an hour, call the carrier.',
  ),
  CARRIER_OUT_OF_RANGE: final(
    '快递公司不在这个地址收派，没有出单；这次用的单据号已经作废。',
    '改正地址后重新取号，会自动换新的单据号；或者换一家快递公司。',
    'The carrier does not serve this address; nothing was booked, and the order code is used up.',
    'Correct the address and book again, which takes a new code; or choose another carrier.',
  ),
  CARRIER_PROHIBITED: final(
    '快递公司说这是禁寄物品：{reason}',
    '核对商品名称。禁寄物品不会自动改投别家。',
    'The carrier says that these goods are prohibited: {reason}',
    'Check the names of the goods. Prohibited goods are never sent to another carrier automatically.',
  ),
  CARRIER_ENVIRONMENT: final(
    '测试环境和正式环境混用了：平台不认这个单号。',
    '核对账号的接口地址：正式账号不填地址，测试账号填测试地址。',
    'Test and production are mixed: the platform does not know this number.',
    'Check the endpoint of the account: none for production, the sandbox for a test account.',
  ),
  CARRIER_NUMBER_LOCKED: final(
    '平台锁定了这个单号的查询：问得太频繁。',
    '30 分钟后会再查，之前不会再问。',
    'The platform has locked queries for this number: it was asked too often.',
    'It is asked again after 30 minutes, not before.',
  ),
  CARRIER_PHONE_NEEDED: final(
    '查询这家快递公司的单号要有收件人或寄件人手机后四位，而给的对不上。',
    '核对订单里的手机号；外来的单号请在快递公司官网查询。',
    'Queries at this carrier need the last four digits of the phone; those given do not belong to the number.',
    'Check the phone of the order; look up a number that is not yours on the website of the carrier.',
  ),
  CARRIER_EXISTS_UNSEEN: retried(
    '平台说这个订单码已经下过单，但现在还查不到它的运单号。',
    '系统会继续询问，不会再下单；一直查不到时请在平台后台查到单号后手工绑定。',
    'The platform says that this order code was booked before, but does not show its waybill number yet.',
    'It is asked again and never booked again; if it stays so, look the number up at the platform and bind it.',
    '系统会继续询问，不会再下单；一直查不到时请在平台后台查到单号后手工绑定（waybill bind）。',
    'It is asked again and never booked again; if it stays so, look the number up at the platform and bind it (waybill bind).',
  ),
  FIND_TOO_LATE: final(
    '平台只记得订单码 {hours} 小时，现在再问等于重新下单，所以不再问。',
    '在平台后台用订单码查：有单号就手工绑定。',
    'The platform remembers an order code for {hours} hours; asking now would be a new booking, so it is not asked.',
    'Look the code up at the platform: if there is a number, bind it by hand.',
    '在平台后台用订单码查：有单号就手工绑定（waybill bind）。',
    'Look the code up at the platform: if there is a number, bind it by hand (waybill bind).',
  ),
  FIND_TOO_SOON: retried(
    '平台还查不到这一单，但刚提交的订单要过一会才能查到。',
    '系统会再问，不会重复下单。',
    'The platform does not find this order yet, but one just sent takes a while to be found.',
    'It is asked again and never booked twice.',
  ),
  TRACK_BUDGET_SPENT: final(
    '账号“{name}”今天的 {perDay} 次轨迹查询已用完（已问 {used} 次）。',
    '明天会继续自动查询；买了更多次数时，在查询计划里改大每天的次数。',
    'Of the {perDay} tracking queries a day of account “{name}”, {used} are used; none is left for this.',
    'Queries go on automatically tomorrow; if you have bought more, raise the number per day in the query plan.',
    '明天会继续自动查询；买了更多次数时，用 track budget 改大每天的次数。',
    'Queries go on automatically tomorrow; if you have bought more, raise the number per day with track budget.',
  ),
  TRACK_OTHER_NUMBER: final(
    '问的是 {waybillNo}，平台回复的却是 {told} 的轨迹，已拒收，没有改动任何内容。',
    '稍后再查；反复出现时把时间和这两个单号告诉平台客服。',
    'Asked for {waybillNo}, the platform answered for {told}; the answer was refused and nothing was changed.',
    'Ask again later; if it happens again, give the platform the time and both numbers.',
  ),
  TRACK_TOO_SOON: final(
    '平台不许这么快再查同一单号，否则会锁定，所以没有查。',
    '到时间会自动查。',
    'The platform does not allow to ask for a number again so soon and locks it otherwise; it was not asked.',
    'It is asked automatically when the time has come.',
  ),
});

/** What platforms refuse an account, and what is asked of them beyond booking. */
export const platformServiceErrors = defineErrors({
  CARRIER_PERMISSION: final(
    '编号和密钥没问题，但这个账号没有开通所需的接口或快递公司：{reason}',
    '在平台后台开通该接口或快递公司（有的还要绑定 IP），再测试一次账号。',
    'Id and key are right, but the account may not use this interface or carrier: {reason}',
    'Enable the interface or the carrier at the platform (some bind an IP address), then test the account again.',
    '在平台后台开通该接口或快递公司（有的还要绑定 IP），再运行 account test。',
    'Enable the interface or the carrier at the platform (some bind an IP address), then run account test.',
  ),
  CARRIER_ARREARS: final(
    '平台账号欠费：{reason}',
    '向平台充值后再继续，或改用别的账号。',
    'The account owes the platform money: {reason}',
    'Pay it, then go on; or use another account.',
  ),
  ACCOUNT_FIELD_MISSING: final(
    '{carrier} 的账号缺少 {field}（{called}），没有它快递公司不会出单。',
    '向网点或在平台后台查到它，补上 {field} 后再保存。',
    'An account for {carrier} needs {field} ({called}); the carrier gives no waybills without it.',
    'Get it from the branch or the console of the platform and fill in {field}.',
  ),
  ACCOUNT_FIELD_INVALID: final(
    '账号字段 {field} 的值不对，应为：{wanted}',
    '改正后再保存账号。',
    'The account field {field} does not hold what it must: {wanted}',
    'Correct it, then save the account.',
  ),
  PUSH_FORGED: final(
    '推送的签名对不上，已拒收，没有改动任何轨迹。',
    '核对账号密钥；如果不是自己的平台发来的，可以忽略。',
    'The signature of a pushed message is wrong; it was refused and nothing was changed.',
    'Check the key of the account; if it does not come from your platform, ignore it.',
  ),
  PUSH_UNREADABLE: retried(
    '推送的内容无法读懂（{reason}），没有改动任何轨迹。',
    '平台会再推一次；也可以直接查询轨迹。',
    'A pushed message cannot be read ({reason}); nothing was changed.',
    'The platform pushes it again; the parcels can also be queried.',
  ),
  PUSH_UNANSWERED: retried(
    '推送已交给正在运行的程序，但还没有得到回答。',
    '让平台稍后再推一次；重复的推送不会重复记录。',
    'The message was handed to the running program, which has not answered yet.',
    'Let the platform push it again later; a repeated message is not recorded twice.',
  ),
  RELAY_ADDRESS_INVALID: final(
    '中转地址只能是 https:// 开头（本机测试可用 http://）。',
    '改正地址后再保存。',
    'The address of a relay must begin with https:// (http:// on this computer only).',
    'Correct the address and save again.',
  ),
  RELAY_TOKEN_MISSING: final(
    '没有填中转的访问令牌；换了地址要重新填。',
    '填上中转服务的令牌再保存。',
    'The access token of the relay is missing; another address takes it again.',
    'Enter the token of the relay and save again.',
    '从标准输入给出令牌。',
    'Give the token on standard input.',
  ),
  RELAY_NONE: final(
    '这个账号没有设置中转。',
    '先设置中转地址。',
    'This account has no relay.',
    'Set one first.',
  ),
  RELAY_REFUSED: final(
    '中转服务拒绝了我们的令牌（HTTP {status}）。',
    '核对令牌；已收到的推送仍在中转里，不会丢。',
    'The relay refused our token (HTTP {status}).',
    'Check the token. What it holds is not lost.',
  ),
  RELAY_UNREADABLE: retried(
    '中转服务的回答读不懂（{reason}）。',
    '检查地址是否正确；稍后会自动再取。',
    'The answer of the relay cannot be read ({reason}).',
    'Check the address. It is asked again automatically.',
  ),
  LABEL_HTML_UNUSABLE: final(
    '快递公司自己的面单模板画不出来，没有按它打印。',
    '会改用本软件的版式打印；也可以在账号里换一个模板尺寸。',
    'The carrier’s own label cannot be drawn; nothing was printed from it.',
    'Our own layout is printed instead; another template size may be set in the account.',
  ),
  LABEL_NO_TEMPLATE_YET: final(
    '这个账号最近的订单都没有收到快递公司的面单模板，没有可以看的。',
    '打开“快递公司的模板”，再取一单的号，就能看到它的样子。',
    'None of the last bookings of this account brought the carrier’s label; there is nothing to show.',
    'Turn the carrier’s template on and book an order to see what it looks like.',
  ),
  SERVICE_UNSUPPORTED: final(
    '账号“{name}”的平台不提供这项服务。',
    '换一个提供它的账号，例如快递鸟账号。',
    'The platform of the account “{name}” does not offer this.',
    'Use an account that does, a KDNiao account for example.',
  ),
});
