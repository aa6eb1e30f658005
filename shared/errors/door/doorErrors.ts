import { defineErrors, final, retried } from '../defineErrors.ts';

/** The automation door: programs of the shop’s own. */
export const doorErrors = defineErrors({
  DOOR_TOKEN_WRONG: final(
    '令牌不对，或者已被吊销。',
    '请店长添加一个新令牌。',
    'The token is wrong or has been revoked.',
    'Have a manager add a new one.',
    '请店长用 door token add 添加一个新令牌。',
    'Have a manager add a new one with door token add.',
  ),
  DOOR_TOKEN_EXPIRED: final(
    '令牌 {name} 已过期。',
    '请店长添加一个新令牌，再停用旧的。',
    'The token {name} has expired.',
    'Have a manager add a new one.',
  ),
  DOOR_SCOPE_MISSING: final(
    '令牌 {name} 没有 {scope} 权限。',
    '请店长添加一个有此权限的令牌。',
    'The token {name} lacks the scope {scope}.',
    'Have a manager add a token that has it.',
  ),
  DOOR_TOKEN_NAME: final(
    '令牌名称要填，并且不能和在用的令牌重名。',
    '换一个名称，比如对接系统的名字。',
    'A token needs a name that no other token in use has.',
    'Choose another one, the name of the ERP for example.',
  ),
  DOOR_TOKEN_NOT_FOUND: final(
    '没有这个令牌。',
    '先列出令牌，再按名称吊销。',
    'There is no such token in use.',
    'List the tokens and name one of them.',
    '用 door token list 查看，再按名称吊销。',
    'See door token list, then name one of them.',
  ),
  DOOR_NOT_FOR_BROWSERS: final(
    '自动化接口只接受本机程序，不接受网页的请求。',
    '请从这台电脑上的程序里调用，地址用 127.0.0.1。',
    'The automation door takes programs of this computer, not web pages.',
    'Call it from a program, at 127.0.0.1 and without an Origin.',
  ),
  DOOR_BODY_TOO_LARGE: final(
    '一次发送的内容超过 {most} 字节。',
    '分几次发送，每次最多 {orders} 单。',
    'More than {most} bytes were sent at once.',
    'Send it in several calls of at most {orders} orders each.',
  ),
  DOOR_BODY_NOT_JSON: final(
    '请求内容的格式不对。',
    '按接口说明的格式发送，并在请求头里写明内容类型。',
    'What was sent is not JSON.',
    'Send JSON, with Content-Type: application/json.',
  ),
  DOOR_INPUT_INVALID: final(
    '请求不符合接口说明：{detail}。',
    '对照接口说明改正后再发送。没有存入任何订单。',
    'The call does not follow the description: {detail}.',
    'Compare it with /openapi.json and send it again. Nothing was stored.',
  ),
  DOOR_KEY_USED: final(
    '这个幂等键已用于另一份内容。',
    '每份新内容换一个新的键。',
    'This Idempotency-Key was used for something else.',
    'Use a new key for each new content.',
  ),
  DOOR_TOO_MANY: retried(
    '请求太多。',
    '{seconds} 秒后再试。',
    'Too many requests.',
    'Try again in {seconds} seconds.',
  ),
  DOOR_NO_SUCH_PATH: final(
    '接口没有这个地址。',
    '接口说明列出了全部地址。',
    'The door has no such address.',
    '/openapi.json lists all of them.',
  ),
  DOOR_PORT_TAKEN: final(
    '端口 {port} 被另一个程序占用，自动化接口没有打开。',
    '换一个端口，或关闭那个程序。',
    'Port {port} is taken by another program; the automation door is not open.',
    'Choose another port or close that program.',
  ),
  DOOR_LABEL_MISSING: final(
    '订单 {orderNo} 还没有面单。',
    '取号以后再来取面单。',
    'Order {orderNo} has no label yet.',
    'Ask again when it has a waybill.',
  ),
});
