import { partySchema } from '../../../shared/contracts/fields.ts';
import type { ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { maskReply } from '../../privacy/maskReply.ts';

const zh = {
  learnedLine: '{id}  {kind}  {what}  {at}  用过 {usedCount} 次{state}',
  learnedTotal: '共学到 {total} 条',
  forgotten: '（已忘记）',
  forgot: '已忘记；七天内可以用 --undo 找回。',
  broughtBack: '已找回。',
  exportedMasked: '已写出 {count} 条，个人信息已打码：{file}',
  exportedOpen: '已写出 {count} 条，含个人信息，已记录：{file}',
  address: '地址',
  spelling: '商家写法',
  ours: '本机：{receiver}',
  answer: '{account}（{at}）：{receiver}',
  same: '两边一致。',
  differs: '不同的字段：{fields}',
  reachLine: '{carrier}  {answer}  {source}  {at}',
  ownList: '自己的不发货清单',
  allCarriers: '全部快递',
  noHints: '没有已知的送达信息；加 --ask 可以向平台查询。',
  waived: '已记下：这个订单仍然发货。',
  noShipLine: '{id}  {carrier}  {place}  {reason}',
  noShipEmpty: '不发货清单是空的。',
  noShipAdded: '已加入不发货清单：{place}',
  noShipRemoved: '已从不发货清单移除。',
  fromMemory: '其中 {count} 单按以前确认过的更正填写，可用 address memory list 查看。',
  divisionsLine: '区划数据 {version}，截至 {date}',
  divisionsOlder: '工作区里的更新不比自带的新，没有使用。',
  divisionsDamaged: '工作区里的更新不完整，没有使用。',
  divisionsUpdated: '区划数据已从 {formerVersion} 更新到 {version}，截至 {date}。',
} as const;

type KnowledgeKey = keyof typeof zh;

const en: Readonly<Record<KnowledgeKey, string>> = {
  learnedLine: '{id}  {kind}  {what}  {at}  used {usedCount} times{state}',
  learnedTotal: '{total} learned in all',
  forgotten: ' (forgotten)',
  forgot: 'Forgotten; it can be brought back with --undo for seven days.',
  broughtBack: 'Brought back.',
  exportedMasked: '{count} written, personal data masked: {file}',
  exportedOpen: '{count} written with personal data, which is recorded: {file}',
  address: 'address',
  spelling: 'spelling',
  ours: 'here: {receiver}',
  answer: '{account} ({at}): {receiver}',
  same: 'Both agree.',
  differs: 'Fields that differ: {fields}',
  reachLine: '{carrier}  {answer}  {source}  {at}',
  ownList: 'own no-ship list',
  allCarriers: 'all carriers',
  noHints: 'Nothing is known of its reach; --ask asks a platform.',
  waived: 'Noted: this order ships anyway.',
  noShipLine: '{id}  {carrier}  {place}  {reason}',
  noShipEmpty: 'The no-ship list is empty.',
  noShipAdded: 'Added to the no-ship list: {place}',
  noShipRemoved: 'Removed from the no-ship list.',
  fromMemory: '{count} of them were filled as corrected before; see address memory list.',
  divisionsLine: 'Division data {version}, as of {date}',
  divisionsOlder: 'The update in the workspace is no newer than what was shipped and is not in use.',
  divisionsDamaged: 'The update in the workspace is damaged and is not in use.',
  divisionsUpdated: 'Division data updated from {formerVersion} to {version}, as of {date}.',
};

/** Words of the commands about what is known of addresses. */
export function knowledgeText(
  language: Language,
  key: KnowledgeKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = language === 'en' ? en[key] : zh[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

const answers: Readonly<Record<ReachAnswer, Readonly<Record<Language, string>>>> = {
  reachable: { 'zh-CN': '可送达', en: 'goes there' },
  'not-reachable': { 'zh-CN': '不送达', en: 'does not go there' },
  remote: { 'zh-CN': '偏远，可送达', en: 'goes there, remote' },
  unknown: { 'zh-CN': '说不清', en: 'not clear' },
};

export function reachAnswerText(language: Language, answer: ReachAnswer): string {
  return answers[answer][language];
}

/** A receiver as the command line shows it: masked by the contract's classes unless the person asked to see. */
export function maskReceiver(receiver: Party, isRevealed: boolean): Party {
  return isRevealed ? receiver : (maskReply(partySchema, receiver) as Party);
}

/** In one line, as on a parcel. */
export function receiverLine({ name, phone, extension, ...place }: Party): string {
  const { province, city, district, town, detail } = place;
  const number = extension === '' ? phone : `${phone}-${extension}`;
  return [name, number, `${province}${city === province ? '' : city}${district}${town}${detail}`]
    .filter((text) => text !== '')
    .join(' ');
}
