/** 异常规则：什么算异常，什么时候算，多久内处理。 */
export const caseRules = {
  intro:
    '包裹到了限定时间还没有进展，会自动成为异常件；原因消失后自动关闭。改了以后，在途的包裹按新规则重新检查。',
  rule: '异常',
  limit: '超过多久算',
  rest: '休息日',
  answer: '多久内处理',
  atOnce: '平台一说就算',
  byLane: '有历史时按线路',
  unit: { hours: '小时', grams: '克', fen: '分' },
  range: '{{least}}–{{most}}',
  pauses: '停运日',
  pausesNote: '这些天快递停运，限时不走。',
  noPause: '没有要来的停运日。',
  from: '从',
  to: '到',
  pauseName: '名称',
  add: '添加',
  remove: '删除',
  removePause: '删除 {{name}}',
  save: '保存规则',
  usual: '恢复默认',
  unsaved: '有改动还没有保存。',
  saved: '规则已保存，正在重新检查在途包裹。',
};

/** 给买家的物流通知往哪里发。 */
export const buyerNotice = {
  intro:
    '包裹的物流说明（已打码）可以一键复制；填了你自己的接口，也可以由人点一下发给它，由它通知买家。程序不会自己发。',
  hook: '通知接口',
  notSet: '没有设置',
  set: '已设置',
  signed: '带签名',
  unsigned: '没有签名',
  remove: '停用',
  removed: '已停用通知接口',
  setUp: '设置',
  edit: '修改',
  save: '保存',
  saved: '通知接口已保存',
  url: '接口地址',
  urlHint: 'https:// 开头；收到的是 JSON：订单号、单号、状态和说明文字，没有个人信息。',
  secret: '签名密钥',
  secretHint: '可不填。填了就用它给每条通知签名（x-shipdesk-signature），加密保存。',
};
