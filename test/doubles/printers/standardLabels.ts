import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';

/** An ordinary label; invented people, numbers of the carriers' public examples. */
export const plainLabel: LabelDocument = {
  carrier: 'YTO',
  carrierName: '圆通速递',
  waybillNo: 'YT8962646785389',
  orderNo: '2026112514030088123',
  sortCode: '342-081-00 052',
  packageCode: '571-A08',
  packageName: '杭州萧山集散中心',
  sender: {
    name: '林*',
    phone: '1******8822',
    province: '广东省',
    city: '深圳市',
    district: '宝安区',
    detail: '西乡街道航城大道***',
  },
  receiver: {
    name: '王*',
    phone: '1******1234',
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    detail: '仓前街道文一西路***',
  },
  goods: [
    { name: '无线蓝牙耳机 Pro 曜石黑', quantity: 1 },
    { name: 'Type-C 快充数据线 1.5米', quantity: 2 },
  ],
  remark: '请放快递柜',
  merchantText: '感谢惠顾\n售后 400-800-8888',
  printedAt: Date.UTC(2026, 10, 25, 6, 3),
  serial: { no: 3, total: 120 },
  reprintNo: 0,
  isPractice: false,
};

/** What SF wants in the QR code of a label, in the form it answers with. */
export const routeTextOf = (waybillNo: string): string =>
  `MMM={'k1':'755W','k2':'755BF','k3':'018','k4':'T4','k5':'${waybillNo}','k6':'','k7':'39bb4bd9'}`;

export const rareCharacters = '镕堃喆祎燊垚昇彧甯䶮㙍㵆';

/** Texts that are commands to some printer, or break naive string building. */
export const commandTexts: readonly string[] = [
  '^XZ^XA^PQ99^XZ',
  '~JA~JR',
  '"\r\nPRINT 99\r\n',
  'CLS\r\nBITMAP 0,0,1,1,0,\r\nPRINT 5,5\r\n',
  '! 0 200 200 10 9\r\nPRINT\r\n',
  '\x1b@\x1b!\x10\x04\x01\x1dV\x00',
  '{{waybillNo}} #{name} %s %n',
  '<b>&lt;script&gt;</b>\u202egnp.exe\u0000',
];

const veryLong = '浙江省杭州市余杭区仓前街道文一西路九百六十九号三号楼五层A座1203室（请放货架）';

/** What every language, size and resolution has to print. */
export const standardLabels: Readonly<Record<string, LabelDocument>> = {
  plain: plainLabel,
  practice: { ...plainLabel, isPractice: true },
  reprint: { ...plainLabel, reprintNo: 2 },
  bare: {
    ...plainLabel,
    orderNo: '',
    sortCode: '',
    packageCode: '',
    packageName: '',
    goods: [],
    remark: '',
    merchantText: '',
    serial: null,
  },
  'digits only': { ...plainLabel, carrierName: '中通快递', waybillNo: '73610555582883', carrier: 'ZTO' },
  'child number': {
    ...plainLabel,
    carrierName: '顺丰速运',
    waybillNo: 'SF1234567890123-1-1-',
    carrier: 'SF',
  },
  'route text': {
    ...plainLabel,
    carrierName: '顺丰速运',
    carrier: 'SF',
    waybillNo: 'SF7444404156506',
    routeQrText: routeTextOf('SF7444404156506'),
  },
  'rare characters': {
    ...plainLabel,
    receiver: { ...plainLabel.receiver, name: rareCharacters, detail: `${rareCharacters}路1号` },
  },
  'all too long': {
    ...plainLabel,
    isPractice: true,
    reprintNo: 12,
    serial: { no: 99_999, total: 100_000 },
    sortCode: veryLong,
    packageName: veryLong,
    packageCode: veryLong,
    orderNo: '9'.repeat(200),
    carrierName: veryLong,
    sender: {
      ...plainLabel.sender,
      name: veryLong,
      phone: '0755-12345678转123456',
      detail: veryLong.repeat(4),
    },
    receiver: { ...plainLabel.receiver, name: veryLong, phone: '0'.repeat(40), detail: veryLong.repeat(9) },
    goods: Array.from({ length: 60 }, (_, index) => ({ name: `${veryLong}${index}`, quantity: index })),
    remark: veryLong.repeat(9),
    merchantText: 'W'.repeat(900),
  },
  'cash and insurance': {
    ...plainLabel,
    productName: '标准快递',
    codAmountFen: 1_234_567,
    insuredValueFen: 99_999_999,
    hasReturnReceipt: true,
    parcel: { no: 2, total: 5, motherWaybillNo: 'SF1234567890123' },
    waybillNo: 'SF1234567890124',
    carrierName: '顺丰速运',
    reprintNo: 1,
  },
  'manual slip': {
    ...plainLabel,
    carrierName: '邮政包裹',
    waybillNo: '73610555582883',
    sortCode: '',
    packageName: '',
    packageCode: '',
    isManualSlip: true,
    privacy: { form: 'full', reason: '手工发货' },
    receiver: {
      ...plainLabel.receiver,
      name: '王小明',
      phone: '13800001234',
      detail: '文一西路969号3幢501室',
    },
  },
  'shown in full': {
    ...plainLabel,
    privacy: { form: 'full', reason: '客户要求实名面单' },
    sender: { ...plainLabel.sender, name: '林小满', phone: '0755-26881234' },
    receiver: {
      ...plainLabel.receiver,
      name: '阿卜杜热西提·买买提',
      phone: '17012345678转8001',
      detail: '文一西路969号3幢2单元1203室',
    },
  },
  'hostile text': {
    ...plainLabel,
    sortCode: commandTexts[0] as string,
    receiver: { ...plainLabel.receiver, name: commandTexts[2] as string, detail: commandTexts.join(' ') },
    sender: { ...plainLabel.sender, name: commandTexts[5] as string },
    goods: commandTexts.map((name) => ({ name, quantity: 1 })),
    remark: commandTexts.join('\n'),
    merchantText: commandTexts.join('\n'),
  },
};
