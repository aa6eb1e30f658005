import { expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const words =
  '收货人,联系人,聯絡人,签收人,接收人,客户,顾客,买家,用户,会员,送货电话,配送地址,邮寄地址,寄件电话,发货地址,快递电话,详细地址,詳細地址,街道地址,家庭住址,公司地址,新地址,我的地址,手机,电话,電話,座机,固话,地址,住址,所在地区,区域,區域,省份,城市,乡镇,市,县,镇,门牌号,邮编,郵編,身份证,订单号,單號,单号,运单号,编号,卖家备注,备注,備註,留言,商品,货品,产品,规格,款式,颜色,尺码,数量,件数,物品,昵称,旺旺号,微信,付款方式,真实姓名,姓名,名字,称呼,Phone,mobile,Tel,cell,contact,address,Addr,shipping address,delivery address,Street address,zip,post code,QQ,email,remark,order,note,qty,Receiver,customer,full name,attn,to';

test.each(words.split(','))('%s in front of a colon says what follows', (word) => {
  const { spans } = readText(`手机:13812345678\n${word}: 甲乙`, divisions);
  expect(spans).toContainEqual({ field: 'label', start: 15, end: 16 + word.length });
});
