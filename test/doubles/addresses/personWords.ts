/** Words that receivers are made of. Surnames by rough frequency; the given names are everyday ones. */
const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

export const frequentSurnames = list(
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 邓 冯 曹 彭 曾 肖 萧 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 汤 康',
);
export const rareSurnames = list(
  '易 乔 赖 文 樊 兰 殷 施 洪 翟 安 颜 倪 牛 温 芦 季 俞 章 鲁 葛 伍 申 尤 毕 聂 柴 焦 齐 梅 庄 辛 管 祝 左 涂 谷 祁 时 舒 耿 牟 卜 詹 关 苗 凌 费 纪 靳 盛 童 项 曲 成 游 阳 裴 席 卫 查 屈 鲍 位 霍 翁 隋 甘 景 薄 单 包 司 柏 宁 柯 阮 桂 闵 解 强 丛 华 车 冉 房 边 辜 饶 瞿 戚 古 米 池 滕 晋 苑 邬 臧 宫 全 褚 廉 简 娄 盖 符 奚 穆 党 燕 郎 邸 冀 姬 屠 连 郜 晏 栾 郁 商 蒙 喻 揭 窦 迟 宇 敖 鄢 冷 卓 花 仇 艾 蓝 都 沙 楼 应 官 尚 明 尉 令 国 水 门 东 路 桑 木 战 海',
);
export const compoundSurnames = list(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 慕容 司徒 夏侯 令狐 公孙 端木 东方 南宫 西门 独孤 长孙 宇文 闻人 钟离 轩辕 澹台 呼延 赫连 申屠 百里 东郭 纳兰',
);
export const givenNames = list(
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 秀英 秀兰 建国 建军 志强 志明 国庆 文博 子轩 梓涵 雨桐 浩然 欣怡 一诺 思远 佳怡 晓东 晓燕 海燕 海涛 红梅 春花 春梅 冬梅 丽华 玉兰 玉梅 桂兰 金凤 俊杰 俊熙 泽宇 宇航 天佑 家豪 家明 嘉欣 诗涵 若曦 梦琪 雪 雪琴 婷婷 丹丹 莉莉 倩 倩倩 鹏 鹏飞 飞 云飞 云 晨 晨曦 阳 旭东 立新 立群 永强 永清 永康 长江 长春 长安 安 安宁 宁 宁宁 新华 和平 东升 海宁 江 江涛 河清 山 山水 林 林森 桥 石 城 城东 路 路明 村 庆 庆华 福 福生 福州 昌 建昌 建平 宝山 金山 铁山 大海 大庆 乐 乐山 广 广平 文山 文县 临 泰 泰安 定国 保定 兴 兴国 兴华 仁 怀仁 秀山 秀云 玉山 玉林 桂林 南 楠 楠楠 北辰 东 东东 西 西平 中华 振华 振兴 耀辉 耀 炜 烨 鑫 鑫鑫 淼 森 焱 垚 喆 昊 昊天 瑾 瑾瑜 雯 雯静 玥 琪 瑶 璐 颖 莹 菲 薇 蕾 蓉 萍 芬 芳芳 兰芳 香 凤英 凤霞 爱华 爱国 卫东 卫国 援朝 跃进 小红 小明 小平 小军 小龙 小娟 阿英 亚楠 亚东 可心 可欣 语嫣 语堂 沐宸 沐阳 梓萱 凯瑞 奕辰 宸宇 皓轩 铭泽 婉清 馨羽 馨 子涵 子墨 一鸣 一凡 九龄 万里 千里 三元 四海 五湖 六一 七夕',
);
export const titles = list(
  '先生 女士 小姐 老师 经理 师傅 阿姨 叔叔 大哥 大姐 同学 医生 主任 老板 总 哥 姐 工 太太 店长 校长 会计 队长 书记',
);
export const nicknames = list(
  '糖糖 豆豆 小鱼 小鱼儿 小可爱 果果妈 乐乐妈妈 朵朵爸爸 阿杰 阿强 大熊 老王 小李 小张 老三 芒果 西瓜 奶茶 月亮 星星 晴天 小太阳 大宝 二宝 妞妞 萌萌 圆圆 团子 小石头 毛毛 丫丫 静静 琪琪 一一 六六 南南 北北 小北 阿宁 安安 江江 小溪 海子 城子 大山 山山 木木 叶子 小叶 阳阳 东东 花花 春春 小玉 老地方 木子李 雨落 风清扬 追风少年 小仙女 甜心 果子 无名 清风 浅夏 初心 随缘 平安 平安是福',
);
export const minorityNames = list(
  '阿卜杜拉·买买提 努尔买买提 阿依古丽 买买提·吐尔逊 古丽娜尔 迪丽热巴·迪力木拉提 阿迪力·麦麦提 热依汗古丽 艾合买提·卡迪尔 吐尔逊江 麦麦提艾力·阿卜力孜 帕提古丽 扎西顿珠 次仁卓玛 格桑央金 旦增罗布 索朗多吉 洛桑旺堆 巴桑次仁 德吉措姆 才让卓玛 乌日娜 其木格 巴特尔 呼格吉勒图 苏日娜 乌兰图雅 哈斯巴根 阿拉坦仓 斯琴高娃 吉克阿木 沙马拉毅 阿尔孜古丽·买买提 叶尔江·巴合提 库尔班江 木合塔尔 依力亚尔 玛依拉 巴合提古丽 木拉提·哈米提',
);
export const latinNames = list(
  'Amy_Chen David_Li Tom Lucy Jack Kevin_Wang Linda Jenny Vivian_Zhang Eric Tony Lily Michael_Zhou Cherry Coco Leo Alex_Wu Anna Grace_Lin Jason Zhang_San LI_WEI Emma Peter_Ho Mary_Ann_Lee',
).map((name) => name.replaceAll('_', ' '));
export const companyStems = list(
  '恒达 鑫源 宏泰 华丰 金诚 瑞祥 中兴 佳美 德胜 天成 永盛 百川 万科 联创 新世纪 东方 华夏 长虹 红太阳 金桥 蓝天 四海 五洲 大地 正大 博雅',
);
export const companyKinds = list(
  '商贸有限公司 科技有限公司 电子厂 服饰店 超市 便利店 文具店 五金店 药房 图文广告 装饰材料有限公司 汽修厂 美容院 母婴店',
);
