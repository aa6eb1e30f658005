import { scan } from '../page/scan/scan.ts';
import { settingsSection } from './settingsStates.ts';
import { clickText, inTurn, nothing, place, press, type State, seenAt, type } from './stateActs.ts';

const updatesPane = inTurn(place(9), clickText(/^(更新|Updates)$/));
const doorPane = inTurn(place(9), clickText(/^(自动化接口|Automation)$/));
const printerWizard = [
  place(9),
  settingsSection('printers'),
  clickText(/^(添加打印机|Add a printer|Add printer)$/),
] as const;

/** Of nobody: void, or of another workspace. */
const unknownBadge = 'SHIPDESK-000000000000';

/** The ways in, what lies over a page, and what the frame says when something is away. */
export const frameStates: readonly State[] = [
  { name: 'settings', act: place(9) },
  {
    name: 'settings-search',
    act: inTurn(
      place(9),
      seenAt('.settings-nav button'),
      press('/'),
      seenAt('.search-field input:focus'),
      type('API'),
    ),
  },
  { name: 'welcome', query: 'session=new&fresh=1' },
  { name: 'locked', query: 'session=locked' },
  { name: 'signin', query: 'operator=nobody' },
  {
    name: 'pin-refused',
    query: 'operator=nobody',
    act: inTurn(press('1'), type('111111'), press('Enter')),
  },
  { name: 'badge-refused', query: 'operator=nobody', act: (page) => scan(page, unknownBadge) },
  {
    name: 'badge-refused-in-work',
    query: 'operator=packer',
    act: inTurn(place(6), (page) => scan(page, unknownBadge)),
  },
  { name: 'switch-operator', query: 'operator=packer', act: press('Control+l') },
  { name: 'right-missing', query: 'operator=packer', act: place(9) },
  { name: 'printer-wizard', act: inTurn(...printerWizard) },
  {
    name: 'printer-wizard-office',
    act: inTurn(...printerWizard, clickText(/HP LaserJet/), press('Enter')),
  },
  {
    name: 'printer-wizard-test',
    act: inTurn(...printerWizard, clickText(/GP-1324D/), press('Enter'), press('Enter')),
  },
  {
    name: 'printer-wizard-calibrate',
    act: inTurn(...printerWizard, clickText(/GP-1324D/), press('Enter'), press('Enter'), press('Enter')),
  },
  ...['offered', 'partly', 'ready', 'came', 'failing', 'keyless'].map((updates) => ({
    name: `updates-${updates}`,
    query: `updates=${updates}`,
    act: updatesPane,
  })),
  { name: 'door-fresh', query: nothing, act: doorPane },
  {
    name: 'door-token',
    act: inTurn(doorPane, clickText(/^(添加令牌|Add a token)$/), type('ERP'), press('Enter')),
  },
  { name: 'palette', act: press('Control+k') },
  { name: 'palette-found', act: inTurn(press('Control+k'), type('138')) },
  { name: 'keys', act: inTurn(place(4), press('?')) },
  { name: 'key-signs', act: inTurn(place(4), async (page) => page.keyboard.down('Alt')) },
  { name: 'connection-lost', act: (page) => page.evaluate('window.page.stopCore()') },
  { name: 'journal-broken', query: 'journalBroken=1' },
  {
    name: 'platform-down',
    query: 'platformDown=1',
    act: inTurn(place(7), clickText(/^(刷新物流|Refresh tracking)/), seenAt('.toast, .notice')),
  },
  { name: 'key-refused', query: 'keyRefused=1', act: inTurn(place(4), press('Control+Enter')) },
  {
    name: 'backup-failing',
    query: 'backup=failing',
    act: inTurn(place(9), settingsSection('backups')),
  },
];
