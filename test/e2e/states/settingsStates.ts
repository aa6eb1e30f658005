import type { Page } from 'playwright-core';
import {
  awayHost,
  pageFingerprint,
  pageInvitation,
} from '../../doubles/page/workstations/pageWorkstations.ts';
import { type Act, clickNth, clickText, inTurn, place, type State, seenAt } from './stateActs.ts';

/** In the order of the sections. */
const sections = [
  'sender',
  'operators',
  'security',
  'workstations',
  'backups',
  'retention',
  'accounts',
  'rules',
  'platformRecord',
  'printers',
  'devices',
  'packingRules',
  'goodsCodes',
  'labels',
  'dictionary',
  'watch',
  'addresses',
  'alarms',
  'trackingPlan',
  'pushes',
  'caseRules',
  'buyerNotice',
  'look',
  'door',
  'updates',
  'calls',
] as const;

/** A section of Settings, as whoever may see all of them finds it. */
export const settingsSection = (name: (typeof sections)[number]): Act =>
  clickNth('.settings-nav button', sections.indexOf(name));

const benches = inTurn(place(9), settingsSection('workstations'));
const welcomed =
  (words: RegExp): Act =>
  (page) =>
    page.locator('.welcome-kind', { hasText: words }).click();
const real = welcomed(/^(正式工作区|Real workspace)/);
const onServer: Act = (page) =>
  page.locator('.choice', { hasText: /^(店里的服务器|A server of the shop)$/ }).click();
const sealed: Act = (page) =>
  page.locator('.choice', { hasText: /^(加密，管理员看不到|Encrypted)$/ }).click();
const fill =
  (label: RegExp, text: string): Act =>
  (page) =>
    page.getByLabel(label).first().fill(text);
const askedFor = (phone: string): Act =>
  inTurn(
    place(9),
    settingsSection('retention'),
    fill(/^(收件电话|Receiver’s phone)$/, phone),
    fill(/^(原因（留记录）|Reason \(recorded\))$/, '本人来电要求删除'),
    clickText(/^(查询|Look up)$/),
  );
const eraseButton = (page: Page) =>
  page.locator('.settings-body').getByRole('button', { name: /^(清除这个人|Erase this person)/ });
const asAway = clickText(/^(服务器换了|The server has a new)/);
const typedServer = [
  fill(/^(服务器地址|Address of the server)/, '192.168.1.10'),
  fill(/^(数据库|Database)/, 'shipdesk'),
  fill(/^(用户|Role)/, 'shipdesk'),
] as const;

const typedMove = [
  clickText(/^(搬到服务器|Move to a server)/),
  ...typedServer,
  (page) => page.locator('.choice', { hasText: /^(系统信任的机构|Trusted authority)$/ }).click(),
] as const satisfies readonly Act[];
const checkMove = clickText(/^(先检查|Check first)$/);
const beginMove: Act = async (page) => {
  await page
    .locator('dialog')
    .getByText(/^(开始搬|Start moving)$/)
    .click();
  await page.locator('.progress').waitFor();
};
const refused = seenAt('.notice-failed');
const moved: Act = (page) => page.locator('.notice-done').waitFor();

/** Every section, and the states of those on several benches. */
export const settingsStates: readonly State[] = [
  ...sections.map((name) => ({
    name: `settings-${name}`,
    act: inTurn(place(9), settingsSection(name)),
  })),
  {
    name: 'retention-person',
    act: inTurn(askedFor('138 0013 8000'), (page) => eraseButton(page).scrollIntoViewIfNeeded()),
  },
  {
    name: 'retention-person-refused',
    act: inTurn(askedFor('8000'), seenAt('.settings-body .notice-failed')),
  },
  {
    name: 'retention-erase-ask',
    act: inTurn(askedFor('138 0013 8000'), (page) => eraseButton(page).click()),
  },
  {
    name: 'retention-erased',
    act: inTurn(
      askedFor('138 0013 8000'),
      (page) => eraseButton(page).click(),
      (page) => page.locator('dialog .button-danger').click(),
      seenAt('.settings-body .notice-done'),
    ),
  },
  {
    name: 'retention-erase-failed',
    query: 'fails=retention.erasePerson',
    act: inTurn(
      askedFor('138 0013 8000'),
      (page) => eraseButton(page).click(),
      (page) => page.locator('dialog .button-danger').click(),
      seenAt('.settings-body .notice-failed'),
    ),
  },
  {
    name: 'operators-badge',
    query: 'operator=manager',
    act: inTurn(place(9), settingsSection('operators'), clickText(/^(打印工牌|Print badge)$/)),
  },
  {
    name: 'benches-sealed',
    act: inTurn(benches, clickText(/^(搬到服务器|Move to a server)/), sealed, (page) =>
      page.locator('.settings-body button[type=submit]').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'accounts-add',
    act: inTurn(place(9), settingsSection('accounts'), clickText(/^(添加账号|Add account)$/)),
  },
  {
    name: 'accounts-edit',
    act: inTurn(place(9), settingsSection('accounts'), clickNth('.account-row:last-child .button', 3)),
  },
  {
    name: 'accounts-open',
    act: inTurn(place(9), settingsSection('accounts'), clickNth('.account-row:last-child .button', 0)),
  },
  {
    name: 'printers-remove',
    act: inTurn(place(9), settingsSection('printers'), (page) =>
      page
        .getByRole('button', { name: /^(删除|Remove )“/ })
        .first()
        .click(),
    ),
  },
  { name: 'benches', query: 'benches=there', act: benches },
  { name: 'benches-away', query: 'benches=away', act: benches },
  {
    name: 'benches-invite',
    query: 'benches=there',
    act: inTurn(benches, clickText(/^(邀请一台电脑|Invite a computer)$/)),
  },
  {
    name: 'benches-qr',
    query: 'benches=there',
    act: inTurn(
      benches,
      clickText(/^(邀请一台电脑|Invite a computer)$/),
      clickText(/^(显示二维码|Show a QR code)$/),
    ),
  },
  {
    name: 'benches-shut-out',
    query: 'benches=there',
    act: inTurn(benches, clickText(/^(移出|Shut out)$/)),
  },
  {
    name: 'benches-left',
    query: 'benches=there',
    act: inTurn(benches, clickText(/^(移出|Shut out)$/), (page) =>
      page.locator('dialog .button-danger').click(),
    ),
  },
  { name: 'benches-move', act: inTurn(benches, ...typedMove) },
  { name: 'benches-move-ask', act: inTurn(benches, ...typedMove, checkMove) },
  {
    name: 'benches-move-refused',
    act: inTurn(
      benches,
      ...typedMove,
      fill(/^(服务器地址|Address of the server)/, awayHost),
      checkMove,
      refused,
    ),
  },
  {
    name: 'benches-move-back-refused',
    query: 'benches=there',
    act: inTurn(benches, clickText(/^(搬回这台电脑|Move back to this)/), refused),
  },
  { name: 'moving', query: 'move=stands', act: inTurn(benches, ...typedMove, checkMove, beginMove) },
  { name: 'benches-moved', act: inTurn(benches, ...typedMove, checkMove, beginMove, moved) },
  { name: 'benches-move-cut', query: 'move=cut', act: benches },
  { name: 'benches-reconnect', query: 'benches=there', act: inTurn(benches, asAway) },
  { name: 'locked-on-server', query: 'session=locked&benches=away' },
  { name: 'locked-shut-out', query: 'session=locked&benches=shut-out' },
  ...['unproven', 'keyless', 'placeless'].map((why) => ({
    name: `locked-${why}`,
    query: `session=locked&benches=${why}`,
  })),
  {
    name: 'join-anew-refused',
    query: 'session=locked&benches=unproven&fails=workstations.beginAnew',
    act: inTurn(
      clickText(/^(用新的加入码重新加入|Join again with an invitation)/),
      clickText(/^(移开并重新加入|Set aside and join)/),
      refused,
    ),
  },
  {
    name: 'join-anew',
    query: 'session=locked&benches=shut-out',
    act: clickText(/^(用新的加入码重新加入|Join again with an invitation)/),
  },
  { name: 'reconnect', query: 'session=locked&benches=away', act: inTurn(asAway, ...typedServer) },
  {
    name: 'welcome-join',
    query: 'session=new&fresh=1',
    act: inTurn(welcomed(/^(加入店里|Join the benches)/), fill(/^(加入码|Invitation)$/, pageInvitation)),
  },
  { name: 'welcome-server', query: 'session=new&fresh=1', act: inTurn(real, onServer, ...typedServer) },
  {
    name: 'welcome-sealed',
    query: 'session=new&fresh=1',
    act: inTurn(real, onServer, ...typedServer, sealed, (page) =>
      page.locator('.welcome-card button[type=submit]').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'welcome-statements',
    query: 'session=new&fresh=1',
    act: inTurn(real, onServer, ...typedServer, (page) => page.locator('.server-statements summary').click()),
  },
  {
    name: 'welcome-certificate',
    query: 'session=new&fresh=1',
    act: inTurn(
      real,
      onServer,
      ...typedServer,
      clickText(/^(查看服务器的证书|Look at the certificate)/),
      fill(/^(证书指纹|Fingerprint of)/, pageFingerprint),
      (page) => page.locator('.server-shown').scrollIntoViewIfNeeded(),
    ),
  },
];
