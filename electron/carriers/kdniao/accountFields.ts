import type { CarrierField } from '../kit/manifest.ts';

type Names = Pick<CarrierField, 'zh' | 'en'> & Partial<CarrierField>;

const names = (zh: string, en: string, more: Partial<CarrierField> = {}): Names => ({ zh, en, ...more });
const usually = { required: 'usually' } as const;

function field(carrier: string, key: string, said: Names): CarrierField {
  const isSecret = key === 'CustomerPwd' || key === 'MonthCode';
  return {
    carriers: [carrier],
    key,
    of: 'account',
    required: 'always',
    ...(isSecret ? { isSecret: true } : {}),
    ...said,
  };
}

const site = names('网点名称', 'Branch name', {
  hintZh: '开户网点的全称，向网点询问。',
  hintEn: 'Full name of the branch that opened the account; ask the branch.',
});

/** What each carrier calls the customer number, its password, its secret and its branch. */
type Row = readonly [
  carrier: string,
  fields: Readonly<
    Partial<Record<'CustomerName' | 'CustomerPwd' | 'MonthCode' | 'SendSite' | 'SendStaff', Names>>
  >,
];

/**
 * Source: the customer number tables for KDNiao's e-waybills as two public shop systems carry them (2016 to 2024). A
 * number applied for in KDNiao's console may go without the second one: those are `usually`.
 */
const rows: readonly Row[] = [
  [
    'SF',
    {
      MonthCode: names('月结卡号', 'Monthly account', {
        required: 'no',
        example: '7551234567',
        hintZh: '10 位数字；不填为寄方现付或到付。',
        hintEn: 'Ten digits; without it the sender or the receiver pays cash.',
      }),
    },
  ],
  [
    'ZTO',
    {
      CustomerName: names('商家ID', 'Merchant id'),
      CustomerPwd: names('商家接口密码', 'Interface password', usually),
    },
  ],
  ['YTO', { CustomerName: names('商家代码', 'Merchant code'), MonthCode: names('密钥串', 'Key text') }],
  [
    'STO',
    {
      CustomerName: names('客户简称', 'Customer short name'),
      CustomerPwd: names('客户密码', 'Customer password'),
      SendSite: site,
    },
  ],
  [
    'YD',
    {
      CustomerName: names('客户ID', 'Customer id'),
      CustomerPwd: names('接口联调密码', 'Interface password'),
    },
  ],
  [
    'EMS',
    {
      CustomerName: names('大客户号', 'Key customer number', usually),
      CustomerPwd: names('APP_SECRET', 'App secret', usually),
    },
  ],
  ['DBL', { CustomerName: names('月结编码', 'Monthly account code') }],
  ['JD', { CustomerName: names('商家编码', 'Merchant code') }],
  ['JDKY', { CustomerName: names('事业部编码', 'Business unit code', { example: 'EBU0000000000' }) }],
  [
    'HTKY',
    { CustomerName: names('操作编码', 'Operation code'), CustomerPwd: names('ERP秘钥', 'ERP secret') },
  ],
  [
    'UC',
    {
      CustomerName: names('客户编号', 'Customer number'),
      CustomerPwd: names('秘钥', 'Secret', usually),
    },
  ],
  ['KYSY', { CustomerName: names('客户号', 'Customer number') }],
  [
    'ZJS',
    {
      CustomerName: names('标识', 'Mark', { required: 'no' }),
      CustomerPwd: names('秘钥', 'Secret', { required: 'no' }),
    },
  ],
  ['ANE', { CustomerName: names('客户号', 'Customer number'), SendSite: site }],
  ['ANEKY', { CustomerName: names('客户号', 'Customer number'), CustomerPwd: names('秘钥', 'Secret') }],
  [
    'HHTT',
    {
      CustomerName: names('客户帐号', 'Customer account'),
      CustomerPwd: names('客户密码', 'Customer password'),
      SendSite: site,
    },
  ],
  [
    'GTO',
    {
      CustomerName: names('客户简称', 'Customer short name'),
      CustomerPwd: names('客户密码', 'Customer password'),
      SendSite: site,
    },
  ],
  ['QFKD', { CustomerName: names('账号名称', 'Account name'), CustomerPwd: names('Key值', 'Key value') }],
  [
    'SURE',
    {
      CustomerName: names('客户号', 'Customer number'),
      SendSite: names('网点编号', 'Branch number'),
      SendStaff: names('收件快递员', 'Collecting courier', {
        hintZh: '不填会影响网点收件。',
        hintEn: 'Without it the branch does not collect.',
      }),
    },
  ],
  [
    'XFEX',
    {
      CustomerName: names('客户平台ID', 'Customer platform id'),
      CustomerPwd: names('客户平台验证码', 'Customer platform code'),
      SendSite: names('客户商号ID或仓库ID', 'Shop or warehouse id'),
    },
  ],
  ['YCWL', { CustomerName: names('商家代码', 'Merchant code'), SendSite: site }],
];

/** Customer numbers of KDNiao's e-waybills by carrier. */
export const accountFields: readonly CarrierField[] = rows.flatMap(([carrier, fields]) =>
  Object.entries(fields).map(([key, said]) => field(carrier, key, said)),
);
