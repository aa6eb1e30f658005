/** 谁在操作：登录、换人、批准。 */
export const operators = {
  signInNeeded: '需要登录',
  title: '请登录',
  note: '选择名字，输入数字密码。登录前输入的内容都还在，登录后回到原处。',
  switchTitle: '换人登录',
  switchNote: '交接或退出登录',
  now: '现在是',
  signIn: '登录',
  signOut: '退出登录',
  who: '操作员',
  pin: '数字密码',
  pinAgain: '再输入一次',
  pinHint: '{{least}} 到 {{most}} 位数字，不能是同一个数字或连续数字。',
  pinUnlike: '两次输入的不一样。',
  chooseFirst: '先选择名字',
  clear: '清除',
  backspace: '删除一位',
  wrong: '数字密码不对，请再输入一次。',
  again: '现在可以再输入一次。',
  wrongWait_one: '数字密码不对，{{count}} 秒后可以再试。',
  wrongWait_other: '数字密码不对，{{count}} 秒后可以再试。',
  approveTitle: '需要批准：{{what}}',
  approveNote: '请有此权限的人输入数字密码。只批准这一次，会留下记录。',
  approveOrder: '订单 {{orderNo}}。请有此权限的人输入数字密码。只批准这一次，会留下记录。',
  approve: '批准',
  whoMay: '您没有此权限，要请有权限的人（{{names}}）在这里输入数字密码。',
  rightNeeded: '这里需要“{{what}}”的权限',
  rightHolders: '有此权限的人：{{names}}。您可以继续使用其他页面，或请他们登录。',
  forgot: '忘记了请店长设置新的数字密码。',
  scanned: '刚才扫的条码没有处理，请先登录再扫。',
};

/** 查看一位收件人的完整信息。 */
export const reveal = {
  short: '显示完整信息',
  title: '查看订单 {{orderNo}} 的完整收件信息',
  note: '姓名、电话和地址完整显示一分钟。谁看的、为什么看，都会留下记录。',
  reasonLabel: '查看原因',
  reason: { asked: '买家来电', courier: '快递员联系', check: '核对地址', returned: '处理退件' },
  show: '显示',
  hide_one: '隐藏（{{count}} 秒）',
  hide_other: '隐藏（{{count}} 秒）',
};

/** 首次打印就不打码的面单。 */
export const fullForm = {
  short: '打印完整面单…',
  title: '打印订单 {{orderNo}} 的完整面单',
  reasonLabel: '打印原因',
  print: '打印',
  queued: '订单 {{orderNo}} 的完整面单已排队。',
};
