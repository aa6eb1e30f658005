/** Invented people at invented numbers in real districts. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly detail: string;
}

function person(no: number, name: string, place: string, detail: string): Person {
  const [province = '', city = '', district = ''] = place.split(' ');
  return { name, phone: `1380000${String(no).padStart(4, '0')}`, province, city, district, detail };
}

export const zhao = person(1, '赵样例', '广东省 深圳市 南山区', '样板路1号1栋101室');
export const qian = person(2, '钱样例', '浙江省 杭州市 余杭区', '样板路2号2栋202室');
export const sun = person(3, '孙样例', '北京市 北京市 海淀区', '样板西路3号3栋303室');
export const li = person(4, '李样例', '四川省 成都市 武侯区', '样板大道4号4栋404室');
export const zhou = person(5, '周样例', '江苏省 南京市 玄武区', '样板巷5号5栋505室');
export const wu = person(6, '吴样例', '山东省 青岛市 市南区', '样板街6号6栋606室');

export const spaced = ({ province, city, district, detail }: Person): string =>
  `${province} ${city} ${district} ${detail}`;
export const joined = ({ province, city, district, detail }: Person): string =>
  `${province === city ? '' : province}${city}${district}${detail}`;
/** How the store knows the person. */
export const receiver = ({ name, phone, province, city, district, detail }: Person) => ({
  name,
  phone,
  place: `${province} ${city} ${district}`,
  detail,
});
