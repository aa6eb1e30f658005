import type { CarrierField } from '../kit/manifest.ts';

type Row = readonly [
  carrier: string,
  key: 'CustomerName' | 'CustomerPwd' | 'MonthCode' | 'SendSite' | 'SendStaff',
  zh: string,
  en: string,
  more?: Partial<CarrierField>,
];

const usually = { required: 'usually' } as const;

const sfHint = {
  required: 'no',
  example: '7551234567',
  hintZh: '10 位数字；不填为寄方现付或到付。',
  hintEn: 'Ten digits; without it the sender or the receiver pays cash.',
} as const;

const courierHint = { hintZh: '不填会影响网点收件。', hintEn: 'Without it the branch does not collect.' };

function site(carrier: string): Row {
  const hintEn = 'Full name of the branch that opened the account; ask the branch.';
  return [carrier, 'SendSite', '网点名称', 'Branch name', { hintZh: '开户网点的全称，向网点询问。', hintEn }];
}

/**
 * What each carrier calls the customer number, its password, its secret and its branch. Source: the customer number tables
 * for KDNiao's e-waybills as two public shop systems carry them (2016 to 2024). A number applied for in KDNiao's console
 * may go without the second one: those are `usually`.
 */
const rows: readonly Row[] = [
  ['SF', 'MonthCode', '月结卡号', 'Monthly account', sfHint],
  ['ZTO', 'CustomerName', '商家ID', 'Merchant id'],
  ['ZTO', 'CustomerPwd', '商家接口密码', 'Interface password', usually],
  ['YTO', 'CustomerName', '商家代码', 'Merchant code'],
  ['YTO', 'MonthCode', '密钥串', 'Key text'],
  ['STO', 'CustomerName', '客户简称', 'Customer short name'],
  ['STO', 'CustomerPwd', '客户密码', 'Customer password'],
  site('STO'),
  ['YD', 'CustomerName', '客户ID', 'Customer id'],
  ['YD', 'CustomerPwd', '接口联调密码', 'Interface password'],
  ['EMS', 'CustomerName', '大客户号', 'Key customer number', usually],
  ['EMS', 'CustomerPwd', 'APP_SECRET', 'App secret', usually],
  ['DBL', 'CustomerName', '月结编码', 'Monthly account code'],
  ['JD', 'CustomerName', '商家编码', 'Merchant code'],
  ['JDKY', 'CustomerName', '事业部编码', 'Business unit code', { example: 'EBU0000000000' }],
  ['HTKY', 'CustomerName', '操作编码', 'Operation code'],
  ['HTKY', 'CustomerPwd', 'ERP秘钥', 'ERP secret'],
  ['UC', 'CustomerName', '客户编号', 'Customer number'],
  ['UC', 'CustomerPwd', '秘钥', 'Secret', usually],
  ['KYSY', 'CustomerName', '客户号', 'Customer number'],
  ['ZJS', 'CustomerName', '标识', 'Mark', { required: 'no' }],
  ['ZJS', 'CustomerPwd', '秘钥', 'Secret', { required: 'no' }],
  ['ANE', 'CustomerName', '客户号', 'Customer number'],
  site('ANE'),
  ['ANEKY', 'CustomerName', '客户号', 'Customer number'],
  ['ANEKY', 'CustomerPwd', '秘钥', 'Secret'],
  ['HHTT', 'CustomerName', '客户帐号', 'Customer account'],
  ['HHTT', 'CustomerPwd', '客户密码', 'Customer password'],
  site('HHTT'),
  ['GTO', 'CustomerName', '客户简称', 'Customer short name'],
  ['GTO', 'CustomerPwd', '客户密码', 'Customer password'],
  site('GTO'),
  ['QFKD', 'CustomerName', '账号名称', 'Account name'],
  ['QFKD', 'CustomerPwd', 'Key值', 'Key value'],
  ['SURE', 'CustomerName', '客户号', 'Customer number'],
  ['SURE', 'SendSite', '网点编号', 'Branch number'],
  ['SURE', 'SendStaff', '收件快递员', 'Collecting courier', courierHint],
  ['XFEX', 'CustomerName', '客户平台ID', 'Customer platform id'],
  ['XFEX', 'CustomerPwd', '客户平台验证码', 'Customer platform code'],
  ['XFEX', 'SendSite', '客户商号ID或仓库ID', 'Shop or warehouse id'],
  ['YCWL', 'CustomerName', '商家代码', 'Merchant code'],
  site('YCWL'),
];

/** Customer numbers of KDNiao's e-waybills by carrier. */
export const customerNumbers: readonly CarrierField[] = rows.map(([carrier, key, zh, en, more]) => ({
  carriers: [carrier],
  key,
  of: 'account',
  required: 'always',
  ...(key === 'CustomerPwd' ? { isSecret: true } : {}),
  ...(key === 'MonthCode' ? { isSecret: true, isContractNumber: true } : {}),
  zh,
  en,
  ...more,
}));
