import { defineErrors, final } from './defineErrors.ts';

/** Changing, testing and removing accounts, and what parcels of a removed one need. */
export const accountErrors = defineErrors({
  ACCOUNT_NOT_CHOSEN: final(
    '有几个快递账号，没有指定用哪一个，也没有默认账号；订单没有取号。',
    '在“设置 → 账号”里选一个默认账号。',
    'There are several accounts, none was named and none is the default; nothing was booked.',
    'Choose a default account in Settings → Accounts.',
    '用 --account 写明一个，名称见 account list。',
    'Name one with --account; account list shows them.',
  ),
  ACCOUNT_NOT_PRACTICE: final(
    '账号 {name} 是真实账号，练习不会用它；没有取号。',
    '练习时不要指定账号；要正式发货就退出练习。',
    'The account {name} is a real one, and practice never books with it; nothing was booked.',
    'Name no account to practise; leave practice to ship for real.',
    '要练习就去掉 --account 和 --backup；要正式发货就去掉 --practice。',
    'Leave out --account and --backup to practise, or --practice to ship for real.',
  ),
  ACCOUNT_IN_USE: final(
    '账号 {name} 不能删除：还有 {count} 个包裹可能用到它（排队 {waiting}，待确认 {unconfirmed}，已取号未交件 {booked}），未完成的上门取件 {pickups} 个，指定它的规则 {rules} 条。{orders}',
    '等这些包裹交件或作废、改好规则后再删除；也可以把它们交给同一平台、同一商户编号的另一个账号。',
    'The account {name} cannot be removed: {count} {count|parcel|parcels} may still need it ({waiting} waiting, {unconfirmed} unconfirmed, {booked} booked and not handed over), {pickups} {pickups|open pickup|open pickups} and {rules} {rules|rule|rules}. {orders}',
    'Remove it once these are handed over or cancelled and the rules changed, or hand them to another account of the same platform and merchant id.',
    '等这些包裹交件或作废、改好规则后再删除；也可以用 account remove 的 --to 交给同一平台、同一商户编号的另一个账号。',
    'Remove it once these are handed over or cancelled and the rules changed, or hand them to another account of the same platform and merchant id with --to of account remove.',
  ),
  ACCOUNT_HEIR_OTHER: final(
    '账号 {heir} 不能接手 {name}：平台、商户编号或接口地址不同，平台在那里查不到这些包裹。',
    '选择同一平台、同一商户编号、同一地址的账号；没有的话先添加一个。',
    'The account {heir} cannot take over from {name}: platform, merchant id or address differ, and the platform would not know these parcels there.',
    'Choose an account with the same platform, merchant id and address, or add one first.',
  ),
  ACCOUNT_MERCHANT_KEPT: final(
    '账号 {name} 的商户编号和地址现在不能改：还有 {count} 个包裹或取件是在原来的商户下单的，换了以后平台就查不到它们。',
    '等它们交件或作废后再改；要马上用新的商户编号，请添加一个新账号。',
    'Merchant id and address of the account {name} cannot change now: {count} {count|parcel or pickup was|parcels or pickups were} booked with the present merchant, and the platform would not know them elsewhere.',
    'Change them once these are handed over or cancelled; to use the new merchant id at once, add another account.',
  ),
  ACCOUNT_BUSY: final(
    '账号 {name} 还有 {count} 单正在取号或结果待确认，重新查询时要和第一次一字不差，这一项现在不能改。',
    '等它们有了结果再改。密钥、密码和名称随时可以改。',
    'The account {name} has {count} {count|booking|bookings} under way or unconfirmed; asking again must say the same as the first time, so this cannot change now.',
    'Change it once they are settled. Key, passwords and name can be changed at any time.',
  ),
  ACCOUNT_TEST_NOT_ITSELF: final(
    '账号 {name} 的接口地址有回应，但不是平台应有的答复，密钥没有得到证明。',
    '核对接口地址；如果经过代理、上网登录页或公司防火墙，先让这台电脑能直接访问平台，再测试一次。',
    'The address of the account {name} answers, but not as the platform does: the key is not proven.',
    'Check the address. If a proxy, a sign-in page or a firewall is in between, let this computer reach the platform, then test again.',
  ),
  ACCOUNT_FIELDS_TOO_LARGE: final(
    '账号字段太多或太长，没有保存：最多 {mostFields} 个字段，名称不超过 {keyCharacters} 个字符，内容不超过 {valueCharacters} 个字符。',
    '只填写平台和快递公司要求的字段。',
    'The account has too many or too long fields and was not saved: at most {mostFields} fields, names of {keyCharacters} and values of {valueCharacters} characters.',
    'Fill in only what the platform and the carrier ask for.',
  ),
  ACCOUNT_SECRET_IN_ARGUMENT: final(
    '字段 {field} 可能是密码，不能作为参数给出：这台电脑上别的程序看得到。什么都没有改。',
    '从标准输入给出，每行一个“字段=内容”。',
    'The field {field} may hold a secret and must not be given as an argument: other programs on this computer see it. Nothing was changed.',
    'Give it on standard input, one FIELD=VALUE per line.',
    '用 --customer-stdin 从标准输入给出，每行一个“字段=内容”。',
    'Use --customer-stdin and give it on standard input, one FIELD=VALUE per line.',
  ),
  ACCOUNT_NOTHING_TO_CHANGE: final(
    '没有说明账号 {name} 要改什么。',
    '填写要改的名称、编号、密钥、地址或字段。',
    'Nothing was said to change of the account {name}.',
    'Give a new name, id, key, address or field.',
  ),
  VOID_ACCOUNT_REMOVED: final(
    '运单是用已删除的账号 {name} 取的，程序无法向平台作废它。',
    '用同一商户编号重新添加这个账号，再作废一次；或者在平台后台处理后，在订单里回答“已作废”或“没有作废”。',
    'The waybill was booked with the removed account {name}, so the program cannot cancel it at the platform.',
    'Add the account again with the same merchant id and cancel once more; or settle it at the platform and answer on the order whether it is cancelled.',
    '用 account add 以同一商户编号重新添加这个账号，再运行 orders cancel；或者在平台后台处理后，用 orders voided 回答。',
    'Add the account again with the same merchant id (account add), then run orders cancel; or settle it at the platform and answer with orders voided.',
  ),
});
