import type { goLive as chinese } from '../zh-CN/goLive.ts';
import type { Wording } from '../zh-CN/zhCN.ts';

export const goLive: Wording<typeof chinese> = {
  title: 'Before it goes live',
  note: 'Runs one small order with the platform’s test id and test key: once signature, create, query, print and cancel have passed, the account may book for real. The test key is used this once and not kept.',
  step: { signature: 'Signature', create: 'Create', query: 'Query', print: 'Print', cancel: 'Cancel' },
  state: { open: 'Not tried', passed: 'Passed', failed: 'Not passed' },
  testMerchantId: 'Test id (empty: the account’s own)',
  testSecret: 'Test key',
  testEndpoint: 'Test address',
  testEndpointPublic: 'Test address (empty: the published one)',
  carrier: 'Carrier',
  run: 'Run the small order',
  running: 'Running; mostly under a minute…',
  passed: 'All passed: “{{name}}” may book for real.',
  failed: '“{{name}}” has not passed everything; see the step below.',
  at: 'tried',
};
