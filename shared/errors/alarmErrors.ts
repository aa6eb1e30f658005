import { defineErrors, final, retried } from './defineErrors.ts';

/** Alarms, where they are announced, and the way to the backup account. */
export const alarmErrors = defineErrors({
  ALARM_NOT_FOUND: final(
    '没有这条报警。',
    '它可能已经过了保存期；请刷新报警列表。',
    'There is no such alarm.',
    'It may be too old to be kept; refresh the list of alarms.',
    '用 shipdesk alarms list --all 看有哪些报警。',
    'See which there are with: shipdesk alarms list --all.',
  ),
  ALARM_OVER: final(
    '这条报警已经解除。',
    '不用再处理；如果又发生，会重新报警。',
    'This alarm is over.',
    'There is nothing left to do; it is raised again if it happens again.',
  ),
  CHANNEL_NOT_FOUND: final(
    '没有叫“{name}”的通知渠道。',
    '到“设置 → 报警和应急”看有哪些渠道。',
    'There is no alarm channel called “{name}”.',
    'See which there are in Settings → Alarms & emergencies.',
    '用 shipdesk alarms channels 看有哪些渠道。',
    'See which there are with: shipdesk alarms channels.',
  ),
  CHANNEL_GONE: final(
    '这个通知渠道已经不在了。',
    '到“设置 → 报警和应急”看有哪些渠道。',
    'This alarm channel is no longer there.',
    'See which there are in Settings → Alarms & emergencies.',
    '用 shipdesk alarms channels 看有哪些渠道。',
    'See which there are with: shipdesk alarms channels.',
  ),
  CHANNEL_NAME_TAKEN: final(
    '已经有一个叫“{name}”的通知渠道。',
    '换一个名称。',
    'An alarm channel called “{name}” exists already.',
    'Give it another name.',
  ),
  CHANNEL_ADDRESS_INVALID: final(
    '通知地址要以 https:// 开头。',
    '从群机器人的设置里复制完整的 Webhook 地址。',
    'The address of a channel must begin with https://.',
    'Copy the whole webhook address from the settings of the group robot.',
  ),
  CHANNEL_MAIL_INVALID: final(
    '邮件设置里的“{field}”不对。',
    '检查服务器、端口、发件人和收件人；多个收件人用逗号分开。',
    'The field “{field}” of the mail settings is not usable.',
    'Check server, port, sender and receivers; separate several receivers by commas.',
  ),
  CHANNEL_BUSY: retried(
    '{host} 说消息太频繁或暂时不可用（{reply}），这一条没有收下。',
    '会自动再发；如果一直这样，给这个群少设几个机器人消息来源。',
    '{host} says that there are too many messages, or that it is away (code {reply}); this one was not taken.',
    'It is sent again automatically; if it goes on, let fewer programs write to this group.',
  ),
  CHANNEL_REFUSED: final(
    '{host} 拒收了消息（{reply}）。',
    '检查机器人地址、加签密钥和关键词设置是否还有效，改好后点“发测试消息”。',
    '{host} refused the message (code {reply}).',
    'Check whether address, signing secret and keyword of the robot still hold, then send a test message.',
    '检查机器人地址、加签密钥和关键词，改好后运行 shipdesk alarms test NAME。',
    'Check address, signing secret and keyword of the robot, then run: shipdesk alarms test NAME.',
  ),
  CHANNEL_BROKEN: final(
    '{host} 的回复看不懂（{reply}），不知道消息有没有送到，不会重发。',
    '看一下群里有没有收到；检查地址是不是机器人的地址，再发一条测试消息。',
    'The reply of {host} is not understood (code {reply}): the message may have arrived, and it is not sent again.',
    'See whether it is in the group; check that the address is that of a robot, then send a test message.',
  ),
  CHANNEL_LOGIN_REFUSED: final(
    '邮件服务器 {host} 不认这个用户名或密码。',
    '多数邮箱要用“授权码”而不是登录密码；在邮箱设置里生成一个，填到密码栏。',
    'The mail server {host} refused the user name or the password.',
    'Many mail services want an app password here: make one in the settings of the mailbox.',
  ),
  SWITCH_SAME_ACCOUNT: final(
    '备用账号不能是“{name}”自己。',
    '选另一个账号。',
    'The backup cannot be “{name}” itself.',
    'Choose another account.',
  ),
  SWITCH_TARGET_UNUSABLE: final(
    '备用账号“{name}”现在不能取号（没通过小单测试、已停用，或它自己也切走了）。',
    '选另一个账号，或改为手工填单号。',
    'The backup account “{name}” cannot book now: it is locked, stopped, or diverted itself.',
    'Choose another account, or enter waybills by hand.',
  ),
  SWITCH_NOT_DIVERTED: final(
    '“{name}”没有切到备用账号，不用切回。',
    '刷新后再看。',
    'The account “{name}” is not switched to a backup.',
    'Refresh and look again.',
  ),
});
