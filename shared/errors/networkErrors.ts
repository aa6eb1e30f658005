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
