import { defineErrors } from './defineErrors.ts';

/** One exchange over the network. The first group: nothing was sent. The second: it may have been. */
export const networkErrors = defineErrors({
  NETWORK_DNS: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '找不到服务器 {host}（域名解析失败），没有发送任何内容。',
      next: '检查网络；恢复后自动继续。',
    },
    en: {
      says: 'The name {host} cannot be resolved; nothing was sent.',
      next: 'Check the network; work goes on by itself.',
    },
  },
  NETWORK_REFUSED: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '服务器 {host} 拒绝连接，没有发送任何内容。',
      next: '检查网络和接口地址；恢复后自动继续。',
    },
    en: {
      says: 'The server {host} refuses connections; nothing was sent.',
      next: 'Check network and endpoint; work goes on by itself.',
    },
  },
  NETWORK_UNREACHABLE: {
    fix: 'operator',
    retryable: true,
    'zh-CN': { says: '连不上服务器 {host}，没有发送任何内容。', next: '检查网络；恢复后自动继续。' },
    en: {
      says: 'The server {host} cannot be reached; nothing was sent.',
      next: 'Check the network; work goes on by itself.',
    },
  },
  NETWORK_CONNECT_TIMEOUT: {
    fix: 'operator',
    retryable: true,
    'zh-CN': { says: '连接服务器 {host} 超时，没有发送任何内容。', next: '检查网络；恢复后自动继续。' },
    en: {
      says: 'Connecting to {host} took too long; nothing was sent.',
      next: 'Check the network; work goes on by itself.',
    },
  },
  NETWORK_TLS: {
    fix: 'owner',
    retryable: true,
    'zh-CN': {
      says: '服务器 {host} 的安全证书无法验证，没有发送任何内容。',
      next: '检查电脑时间、代理和杀毒软件是否拦截了连接。',
    },
    en: {
      says: 'The certificate of {host} cannot be verified; nothing was sent.',
      next: 'Check the clock of this computer and whether a proxy or virus scanner intercepts the connection.',
    },
  },
  NETWORK_PLAIN_HTTP: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '{host} 不是加密地址（https），没有发送任何内容。',
      next: '改用 https 地址；http 只允许本机。',
    },
    en: {
      says: '{host} is not an encrypted (https) address; nothing was sent.',
      next: 'Use an https address; http is allowed for this computer only.',
    },
  },
  NETWORK_ADDRESS_INVALID: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '接口地址不是有效的网址，没有发送任何内容。', next: '改正账号里的接口地址。' },
    en: {
      says: 'The endpoint is not a usable URL; nothing was sent.',
      next: 'Correct the endpoint of the account.',
    },
  },
  NETWORK_TIMEOUT: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '等待 {host} 的回复超时，对方可能已经处理。',
      next: '下单会用同一订单码查询，不会重复；查询可以直接再试。',
    },
    en: {
      says: 'Waiting for {host} took too long; the other side may have done it.',
      next: 'A booking is asked for with the same order code, never made twice; a question may simply be asked again.',
    },
  },
  NETWORK_CUT: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '与 {host} 的连接中断，对方可能已经处理。',
      next: '下单会用同一订单码查询，不会重复；查询可以直接再试。',
    },
    en: {
      says: 'The connection to {host} broke; the other side may have done it.',
      next: 'A booking is asked for with the same order code, never made twice; a question may simply be asked again.',
    },
  },
  NETWORK_REPLY_TOO_LARGE: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '{host} 的回复超过 {limitBytes} 字节，已停止接收。',
      next: '核对接口地址；反复出现请联系平台。',
    },
    en: {
      says: 'The reply of {host} is longer than {limitBytes} bytes; reading was stopped.',
      next: 'Check the endpoint; if it persists contact the platform.',
    },
  },
});

/** What platforms and carriers answer, and what we refuse to send them. */
export const carrierErrors = defineErrors({
  CARRIER_BAD_REPLY: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '平台的回复无法读懂（{reason}），结果不能确定。',
      next: '下单会用同一订单码再问，不会重复；查询可以直接再试。反复出现请联系平台。',
    },
    en: {
      says: 'The reply of the platform cannot be read ({reason}); its result is not certain.',
      next: 'A booking is asked for with the same order code, never made twice; a question may be asked again. If it persists contact the platform.',
    },
  },
  CARRIER_WRONG_REPLY: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '平台回复的是另一个订单或运单，已拒收，没有保存单号。',
      next: '请暂停该账号并把时间和订单码告诉平台客服。',
    },
    en: {
      says: 'The platform answered for another order or waybill; the answer was refused and no number was kept.',
      next: 'Pause this account and give the platform the time and the order code.',
    },
  },
  CARRIER_DOWN: {
    fix: 'platform',
    retryable: true,
    'zh-CN': { says: '平台服务器出错（HTTP {status}）。', next: '稍后系统会自动再问；持续出错请联系平台。' },
    en: {
      says: 'The server of the platform failed (HTTP {status}).',
      next: 'It is asked again later; if it persists contact the platform.',
    },
  },
  CARRIER_BUSY: {
    fix: 'platform',
    retryable: true,
    'zh-CN': { says: '平台说请求太频繁，没有处理这一次。', next: '等 {waitSeconds} 秒后会自动重试。' },
    en: {
      says: 'The platform is being asked too often and did not take this request.',
      next: 'It is tried again after {waitSeconds} s.',
    },
  },
  CARRIER_HTTP_REFUSED: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '平台地址不接受这个请求（HTTP {status}），没有下单。',
      next: '核对账号里的接口地址。',
    },
    en: {
      says: 'The address of the platform does not take this request (HTTP {status}); nothing was done.',
      next: 'Check the endpoint of the account.',
    },
  },
  CARRIER_CREDENTIALS: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '平台不认这个账号的编号、密钥或权限。',
      next: '核对商户编号和密钥，确认接口已开通，再运行 account test。',
    },
    en: {
      says: 'The platform does not accept the id, the key or the rights of this account.',
      next: 'Check id and key and that the interface is opened, then run account test.',
    },
  },
  CARRIER_ACCOUNT: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '平台账号不可用：{reason}',
      next: '账号可能未开通、欠费或被停用，请在平台后台处理，或改用别的账号。',
    },
    en: {
      says: 'The account at the platform is not usable: {reason}',
      next: 'It may be unopened, in arrears or disabled: settle it at the platform or use another account.',
    },
  },
  CARRIER_BALANCE: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '单号余量或余额不足：{reason}', next: '向网点或平台充值单号，或改用别的账号。' },
    en: {
      says: 'No waybill numbers or money are left: {reason}',
      next: 'Buy numbers from the branch or the platform, or use another account.',
    },
  },
  CARRIER_QUOTA: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '今天的查询次数已用完。', next: '明天再查，或改用别的账号查询。' },
    en: {
      says: 'The number of queries for today is used up.',
      next: 'Ask again tomorrow or use another account.',
    },
  },
  CARRIER_FIELD: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '平台不接受订单里的某个字段：{reason}', next: '修改订单后再取号。' },
    en: {
      says: 'The platform does not accept a field of the order: {reason}',
      next: 'Correct the order, then book again.',
    },
  },
  CARRIER_FIELD_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '缺少快递公司必须的字段 {field}。', next: '补全后再取号。' },
    en: {
      says: 'The field {field}, which the carrier needs, is missing.',
      next: 'Fill it, then book again.',
    },
  },
  CARRIER_FIELD_TOO_LONG: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '字段 {field} 有 {length} 个字，最多 {limit} 个。', next: '缩短后再取号。' },
    en: {
      says: 'The field {field} has {length} characters; at most {limit} are taken.',
      next: 'Shorten it, then book again.',
    },
  },
  CARRIER_FIELD_INVALID: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '字段 {field} 的内容平台无法接收。', next: '改正后再取号。' },
    en: {
      says: 'The platform cannot carry the content of the field {field}.',
      next: 'Correct it, then book again.',
    },
  },
  CARRIER_REFUSED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '快递公司拒绝了：{reason}', next: '按原因修改订单，或换一家快递公司。' },
    en: {
      says: 'The carrier refused: {reason}',
      next: 'Correct the order as the reason says, or choose another carrier.',
    },
  },
  CARRIER_REFUSAL_UNCLEAR: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '平台报错，但说不清是否已经出单：{reason}',
      next: '系统会用同一订单码再问，不会重复下单。',
    },
    en: {
      says: 'The platform reports a fault that leaves open whether a waybill exists: {reason}',
      next: 'The same order code is asked again and never booked twice.',
    },
  },
  CARRIER_NUMBER_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '平台说订单码 {orderCode} 已经下过单，但没有给出运单号。',
      next: '在平台后台用订单码查到单号，再手工绑定（waybill bind）。',
    },
    en: {
      says: 'The platform says that order code {orderCode} was booked before, but gives no waybill number.',
      next: 'Look the code up at the platform and bind the number by hand (waybill bind).',
    },
  },
  CARRIER_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '平台没有这个订单或运单。', next: '核对单号和账号。' },
    en: {
      says: 'The platform does not have this order or waybill.',
      next: 'Check the number and the account.',
    },
  },
});
