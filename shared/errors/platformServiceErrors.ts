import { defineErrors } from './defineErrors.ts';

/** What platforms refuse an account, and what is asked of them beyond booking. */
export const platformServiceErrors = defineErrors({
  CARRIER_PERMISSION: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '编号和密钥没问题，但这个账号没有开通所需的接口或快递公司：{reason}',
      next: '在平台后台开通该接口或快递公司（有的还要绑定 IP），再运行 account test。',
    },
    en: {
      says: 'Id and key are right, but the account may not use this interface or carrier: {reason}',
      next: 'Open the interface or the carrier at the platform (some bind an IP address), then run account test.',
    },
  },
  CARRIER_ARREARS: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '平台账号欠费：{reason}', next: '向平台充值后再继续，或改用别的账号。' },
    en: {
      says: 'The account owes the platform money: {reason}',
      next: 'Pay it, then go on; or use another account.',
    },
  },
  ACCOUNT_FIELD_MISSING: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '{carrier} 的账号缺少 {field}（{called}），没有它快递公司不会出单。',
      next: '向网点或在平台后台查到它，补上 {field} 后再保存。',
    },
    en: {
      says: 'An account for {carrier} needs {field} ({called}); the carrier gives no waybills without it.',
      next: 'Get it from the branch or the console of the platform and fill in {field}.',
    },
  },
  ACCOUNT_FIELD_INVALID: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '账号字段 {field} 的值不对，应为：{wanted}', next: '改正后再保存账号。' },
    en: {
      says: 'The account field {field} does not hold what it must: {wanted}',
      next: 'Correct it, then save the account.',
    },
  },
  PUSH_FORGED: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '推送的签名对不上，已拒收，没有改动任何轨迹。',
      next: '核对账号密钥；如果不是自己的平台发来的，可以忽略。',
    },
    en: {
      says: 'The signature of a pushed message is wrong; it was refused and nothing was changed.',
      next: 'Check the key of the account; if it does not come from your platform, ignore it.',
    },
  },
  PUSH_UNREADABLE: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '推送的内容无法读懂（{reason}），没有改动任何轨迹。',
      next: '平台会再推一次；也可以直接查询轨迹。',
    },
    en: {
      says: 'A pushed message cannot be read ({reason}); nothing was changed.',
      next: 'The platform pushes it again; the parcels can also be queried.',
    },
  },
  LABEL_HTML_UNUSABLE: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '快递公司自己的面单模板画不出来，没有按它打印。',
      next: '会改用本软件的版式打印；也可以在账号里换一个模板尺寸。',
    },
    en: {
      says: 'The carrier’s own label cannot be drawn; nothing was printed from it.',
      next: 'Our own layout is printed instead; another template size may be set in the account.',
    },
  },
  LABEL_NO_TEMPLATE_YET: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这个账号最近的订单都没有收到快递公司的面单模板，没有可以看的。',
      next: '打开“快递公司的模板”，再取一单的号，就能看到它的样子。',
    },
    en: {
      says: 'None of the last bookings of this account brought the carrier’s label; there is nothing to show.',
      next: 'Turn the carrier’s template on and book an order to see what it looks like.',
    },
  },
  SERVICE_UNSUPPORTED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '账号“{name}”的平台不提供这项服务。', next: '换一个提供它的账号，例如快递鸟账号。' },
    en: {
      says: 'The platform of the account “{name}” does not offer this.',
      next: 'Use an account that does, a KDNiao account for example.',
    },
  },
});
