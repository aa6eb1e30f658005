import { defineErrors, final, retried } from './defineErrors.ts';

/** One exchange over the network. The first group: nothing was sent. The second: it may have been. */
export const networkErrors = defineErrors({
  NETWORK_DNS: retried(
    '找不到服务器 {host}（域名解析失败），没有发送任何内容。',
    '检查网络；恢复后自动继续。',
    'The name {host} cannot be resolved; nothing was sent.',
    'Check the network; work continues automatically.',
  ),
  NETWORK_REFUSED: retried(
    '服务器 {host} 拒绝连接，没有发送任何内容。',
    '检查网络和接口地址；恢复后自动继续。',
    'The server {host} refuses connections; nothing was sent.',
    'Check network and endpoint; work continues automatically.',
  ),
  NETWORK_UNREACHABLE: retried(
    '连不上服务器 {host}，没有发送任何内容。',
    '检查网络；恢复后自动继续。',
    'The server {host} cannot be reached; nothing was sent.',
    'Check the network; work continues automatically.',
  ),
  NETWORK_CONNECT_TIMEOUT: retried(
    '连接服务器 {host} 超时，没有发送任何内容。',
    '检查网络；恢复后自动继续。',
    'Connecting to {host} took too long; nothing was sent.',
    'Check the network; work continues automatically.',
  ),
  NETWORK_TLS: retried(
    '服务器 {host} 的安全证书无法验证，没有发送任何内容。',
    '检查电脑时间、代理和杀毒软件是否拦截了连接。',
    'The certificate of {host} cannot be verified; nothing was sent.',
    'Check the clock of this computer and whether a proxy or virus scanner intercepts the connection.',
  ),
  NETWORK_PLAIN_HTTP: final(
    '{host} 不是加密地址（https），没有发送任何内容。',
    '改用 https 地址；http 只允许本机。',
    '{host} is not an encrypted (https) address; nothing was sent.',
    'Use an https address; http is allowed for this computer only.',
  ),
  NETWORK_ADDRESS_INVALID: final(
    '接口地址不是有效的网址，没有发送任何内容。',
    '改正账号里的接口地址。',
    'The endpoint is not a usable URL; nothing was sent.',
    'Correct the endpoint of the account.',
  ),
  NETWORK_TIMEOUT: retried(
    '等待 {host} 的回复超时，对方可能已经处理。',
    '下单会用同一订单码查询，不会重复；查询可以直接再试。',
    'Waiting for {host} took too long; the other side may have done it.',
    'A booking is asked for with the same order code, never made twice; a question may simply be asked again.',
  ),
  NETWORK_CUT: retried(
    '与 {host} 的连接中断，对方可能已经处理。',
    '下单会用同一订单码查询，不会重复；查询可以直接再试。',
    'The connection to {host} broke; the other side may have done it.',
    'A booking is asked for with the same order code, never made twice; a question may simply be asked again.',
  ),
  NETWORK_REPLY_TOO_LARGE: final(
    '{host} 的回复超过 {limitBytes} 字节，已停止接收。',
    '核对接口地址；反复出现请联系平台。',
    'The reply of {host} is longer than {limitBytes} bytes; reading was stopped.',
    'Check the endpoint; if it persists contact the platform.',
  ),
});

/** What platforms and carriers answer, and what we refuse to send them. */
export const carrierErrors = defineErrors({
  CARRIER_BAD_REPLY: retried(
    '平台的回复无法读懂（{reason}），结果不能确定。',
    '下单会用同一订单码再问，不会重复；查询可以直接再试。反复出现请联系平台。',
    'The reply of the platform cannot be read ({reason}); its result is unconfirmed.',
    'A booking is asked for with the same order code, never made twice; a question may be asked again. If it persists contact the platform.',
  ),
  CARRIER_WRONG_REPLY: final(
    '平台回复的是另一个订单或运单，已拒收，没有保存单号。',
    '请暂停该账号并把时间和订单码告诉平台客服。',
    'The platform answered for another order or waybill; the answer was refused and no number was kept.',
    'Pause this account and give the platform the time and the order code.',
  ),
  CARRIER_DOWN: retried(
    '平台服务器出错（HTTP {status}）。',
    '稍后系统会自动再问；持续出错请联系平台。',
    'The server of the platform failed (HTTP {status}).',
    'It is asked again later; if it persists contact the platform.',
  ),
  CARRIER_BUSY: retried(
    '平台说请求太频繁，没有处理这一次。',
    '等 {waitSeconds} 秒后会自动重试。',
    'The platform is being asked too often and did not take this request.',
    'It is tried again after {waitSeconds} s.',
  ),
  CARRIER_HTTP_REFUSED: final(
    '平台地址不接受这个请求（HTTP {status}），没有下单。',
    '核对账号里的接口地址。地址没错，就是平台前面的防护或公司网络拦住了这台电脑：等几分钟再试，仍然不行就问平台客服。',
    'The address of the platform does not take this request (HTTP {status}); nothing was done.',
    'Check the endpoint of the account. If it is right, a guard in front of the platform or the network here blocks this computer: try again in a few minutes, then ask the platform.',
  ),
  CARRIER_CREDENTIALS: final(
    '平台不认这个账号的编号、密钥或权限。',
    '核对商户编号和密钥，确认接口已开通，再测试一次账号。',
    'The platform does not accept the id, the key or the rights of this account.',
    'Check the id and key and that the interface is enabled, then test the account again.',
    '核对商户编号和密钥，确认接口已开通，再运行 account test。',
    'Check the id and key and that the interface is enabled, then run account test.',
  ),
  CARRIER_ACCOUNT: final(
    '平台账号不可用：{reason}',
    '账号可能未开通、欠费或被停用，请在平台后台处理，或改用别的账号。',
    'The account at the platform is not usable: {reason}',
    'It may be unopened, in arrears or disabled: settle it at the platform or use another account.',
  ),
  CARRIER_BALANCE: final(
    '单号余量或余额不足：{reason}',
    '向网点或平台充值单号，或改用别的账号。',
    'No waybill numbers or money are left: {reason}',
    'Buy numbers from the branch or the platform, or use another account.',
  ),
  CARRIER_QUOTA: final(
    '今天的查询次数已用完。',
    '明天再查，或改用别的账号查询。',
    'The number of queries for today is used up.',
    'Ask again tomorrow or use another account.',
  ),
  CARRIER_FIELD: final(
    '平台不接受订单里的某个字段：{reason}',
    '修改订单后再取号。',
    'The platform does not accept a field of the order: {reason}',
    'Correct the order, then book again.',
  ),
  CARRIER_FIELD_MISSING: final(
    '缺少快递公司必须的字段 {field}。',
    '补全后再取号。',
    'The field {field}, which the carrier needs, is missing.',
    'Fill it, then book again.',
  ),
  CARRIER_FIELD_TOO_LONG: final(
    '字段 {field} 有 {length} 个字，最多 {limit} 个。',
    '缩短后再取号。',
    'The field {field} has {length} characters; at most {limit} are taken.',
    'Shorten it, then book again.',
  ),
  CARRIER_FIELD_INVALID: final(
    '字段 {field} 的内容平台无法接收。',
    '改正后再取号。',
    'The platform cannot carry the content of the field {field}.',
    'Correct it, then book again.',
  ),
  CARRIER_WISH_NOT_OFFERED: final(
    '这家平台的接口不支持订单要求的“{field}”，没有下单。',
    '编辑订单清空这一项，或换一个账号再取号。',
    'The interface of this platform has no place for the order’s {field}; nothing was booked.',
    'Edit the order and clear it, or book with another account.',
  ),
  CARRIER_REFUSED: final(
    '快递公司拒绝了：{reason}',
    '按原因修改订单，或换一家快递公司。',
    'The carrier refused: {reason}',
    'Correct the order as the reason says, or choose another carrier.',
  ),
  CARRIER_REFUSAL_UNCLEAR: final(
    '平台报错，但说不清是否已经出单：{reason}',
    '系统会用同一订单码再问，不会重复下单。',
    'The platform reports a fault that leaves open whether a waybill exists: {reason}',
    'The same order code is asked again and never booked twice.',
  ),
  CARRIER_NUMBER_MISSING: final(
    '平台说订单码 {orderCode} 已经下过单，但没有给出运单号。',
    '在平台后台用订单码查到单号，再手工填上。',
    'The platform says that order code {orderCode} was booked before, but gives no waybill number.',
    'Look the code up at the platform and enter the number by hand.',
    '在平台后台用订单码查到单号，再手工填上（waybill bind）。',
    'Look the code up at the platform and enter the number by hand (waybill bind).',
  ),
  CARRIER_NOT_FOUND: final(
    '平台没有这个订单或运单。',
    '核对单号和账号。',
    'The platform does not have this order or waybill.',
    'Check the number and the account.',
  ),
});
