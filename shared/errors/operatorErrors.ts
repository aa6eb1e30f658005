import { defineErrors, final, retried } from './defineErrors.ts';

/** Who may do what: signing in, rights, approvals. `{right}` is filled with the words of the right. */
export const operatorErrors = defineErrors({
  OPERATOR_SIGN_IN_NEEDED: final(
    '还没有操作员登录。',
    '选择你的名字并输入数字密码。',
    'No operator has signed in.',
    'Choose your name and enter your PIN.',
  ),
  OPERATOR_RIGHT_MISSING: final(
    '你没有“{right}”的权限，什么也没有改动。',
    '请有此权限的同事登录后操作。',
    'You do not have the right to {right}; nothing was changed.',
    'Ask a colleague who has it to sign in and do it.',
  ),
  OPERATOR_APPROVAL_NEEDED: final(
    '“{right}”需要批准，什么也没有做。',
    '请有此权限的人在这里输入数字密码，只批准这一次。',
    'Somebody must approve this once: {right}. Nothing was done.',
    'Let a person with that right enter a PIN here; it holds for this one action.',
  ),
  SEARCH_NAMES_SPENT: final(
    '这一班按姓名查找的次数用完了。',
    '按订单号、运单号或手机尾号四位照常可查。要继续按姓名查，请有权限的同事批准，或等 {minutes} 分钟。',
    'The searches by name of this shift are used up.',
    'Order numbers, waybills and the last four digits of a phone can be searched as before. To go on by name, let a colleague with the right approve it, or wait {minutes} min.',
    '按订单号、运单号或手机尾号四位照常可查。要继续按姓名查，请有权限的同事运行 operators searches 名字，或等 {minutes} 分钟。',
    'Order numbers, waybills and the last four digits of a phone can be searched as before. To go on by name, let a colleague with the right run operators searches NAME, or wait {minutes} min.',
  ),
  OPERATOR_MAY_NOT_APPROVE: final(
    '这位操作员自己也没有“{right}”的权限，不能批准。',
    '请店长输入数字密码。',
    'This operator lacks the right to {right} as well and cannot approve it.',
    'Let a manager enter a PIN.',
  ),
  OPERATOR_PIN_WRONG: final(
    '数字密码不对。',
    '看清名字后再输入一次；忘记了请店长设置新的，店长忘记了用找回码。',
    'The PIN is wrong.',
    'Check the name and enter it again; a manager can set a new one, a manager without a PIN uses the rescue code.',
  ),
  OPERATOR_PIN_WAIT: final(
    '数字密码连续输错，暂时不能再试。',
    '请等 {seconds} 秒再输入。',
    'The PIN was wrong before; it cannot be tried yet.',
    'Wait {seconds} s, then enter it.',
  ),
  OPERATOR_PIN_FORM: final(
    '数字密码要 {least} 到 {most} 位，且不能是同一个数字或连续数字。',
    '换一个数字密码。',
    'A PIN has {least} to {most} digits, neither all the same nor in a row.',
    'Choose another one.',
  ),
  OPERATOR_NAME_EMPTY: final(
    '操作员没有名字。',
    '填写在打印记录里看得懂的名字。',
    'The operator has no name.',
    'Enter the name the print ledger shall show.',
  ),
  OPERATOR_NAME_TAKEN: final(
    '已经有同名的操作员。',
    '换一个能区分的名字。',
    'There is an operator of that name.',
    'Choose a name that tells them apart.',
  ),
  OPERATOR_NOT_FOUND: final(
    '没有这位操作员，可能已被删除。',
    '从名单中重新选择。',
    'There is no such operator; perhaps removed since.',
    'Choose from the list again.',
  ),
  OPERATOR_CHANGED_MEANWHILE: retried(
    '这位操作员刚被别人改过，没有保存。',
    '看过新的内容后再改一次。',
    'This operator was changed by somebody else meanwhile; nothing was saved.',
    'Look at the new state, then change it again.',
  ),
  OPERATOR_FIRST_MANAGER: final(
    '第一位操作员必须是店长，否则没有人能管理其他人。',
    '先添加店长。',
    'The first operator must be a manager, or nobody could manage the others.',
    'Add a manager first.',
  ),
  OPERATOR_LAST_MANAGER: final(
    '这是最后一位店长，还有其他操作员在用。',
    '先添加另一位店长，或先删除其他操作员。',
    'This is the last manager while there are other operators.',
    'Add another manager first, or remove the others.',
  ),
  OPERATOR_RESCUE_FORM: final(
    '找回码是 {length} 个字母和数字，输入的长度不对。',
    '对照抄下来的找回码，再完整输入一次。',
    'A rescue code has {length} letters and digits; this one has more or fewer.',
    'Compare it with what you wrote down and enter all of it.',
  ),
  OPERATOR_RESCUE_WRONG: final(
    '找回码不对。',
    '对照抄下来的再输入一次。用过的、换新之前的找回码都已作废。',
    'The rescue code is wrong.',
    'Compare it with what you wrote down. One that was used or replaced is void.',
  ),
  OPERATOR_RESCUE_WAIT: final(
    '找回码连续输错，暂时不能再试。',
    '请等 {seconds} 秒再输入。',
    'The rescue code was wrong before; it cannot be tried yet.',
    'Wait {seconds} s, then enter it.',
  ),
  OPERATOR_RESCUE_NONE: final(
    '这个工作区还没有找回码。',
    '请另一位店长设置新的数字密码，或由任一店长在“设置 › 操作员”生成找回码。',
    'This workspace has no rescue code yet.',
    'Let another manager set a new PIN, or make a rescue code in Settings › Operators.',
  ),
  OPERATOR_RESCUE_MANAGER_ONLY: final(
    '找回码只能给店长设置新的数字密码。',
    '这位操作员的数字密码请店长在“设置 › 操作员”里设置。',
    'The rescue code sets a new PIN for managers only.',
    'Let a manager set this PIN in Settings › Operators.',
  ),
  OPERATOR_RESCUE_NOBODY: final(
    '还没有操作员，不需要找回码。',
    '添加第一位店长时会给出找回码。',
    'There are no operators, so no rescue code is needed.',
    'It comes with the first manager who is added.',
  ),
  REVEAL_NEEDS_REASON: final(
    '查看完整的个人信息要写明原因。',
    '写几个字，例如“买家来电核对地址”。',
    'Seeing personal data in full needs a reason.',
    'Write a few words, such as “buyer called about the address”.',
  ),
  LABEL_FULL_FORM_NEEDS_REASON: final(
    '打印不打码的面单要写明原因。',
    '写几个字，例如“快递公司要求实名面单”。',
    'A label that hides nothing needs a reason.',
    'Write a few words, such as “carrier asks for full names”.',
  ),
});
