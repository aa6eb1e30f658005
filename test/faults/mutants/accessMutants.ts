import type { Mutant } from './mutants.ts';

const usecases = 'test/unit/electron/usecases';

/** Who may do what, what is shown of a person, what leaves for other programs, which program takes the place of this one. */
export const accessMutants: readonly Mutant[] = [
  {
    name: 'a webhook is posted to an address without encryption',
    file: 'electron/usecases/door/webhooks.ts',
    changes: [["url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null", 'url']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'a webhook takes an address with a password in it',
    file: 'electron/usecases/door/webhooks.ts',
    changes: [["url === null || url.username !== '' || url.password !== ''", 'url === null']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'two webhooks have one name',
    file: 'electron/usecases/door/webhooks.ts',
    changes: [["row.name === '' || others.some((one) => one.name === row.name)", "row.name === ''"]],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'any number of webhooks may be registered',
    file: 'electron/usecases/door/webhooks.ts',
    changes: [
      ["if (others.length >= mostWebhooks) return failure('WEBHOOK_TOO_MANY', { most: mostWebhooks });", ''],
    ],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'a webhook gets events it never asked for',
    file: 'electron/usecases/door/webhooks.ts',
    changes: [
      ["doorEventTypes.filter((type) => events.includes(type)).join(' ')", "doorEventTypes.join(' ')"],
    ],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'an event counts as arrived whatever was answered',
    file: 'electron/usecases/door/deliver.ts',
    changes: [['status >= 200 && status < 300', 'status >= 200']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'the signature of a post leaves its moment out',
    file: 'electron/usecases/door/deliver.ts',
    changes: [["createHmac('sha256', key).update(", "createHmac('sha256', key).update(body || "]],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'an address that fails is knocked at without a pause',
    file: 'electron/usecases/door/deliver.ts',
    changes: [['Math.round(pauseMs * (0.8 + 0.4 * chance()))', '0']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'events are given up after the first failure',
    file: 'electron/usecases/door/deliver.ts',
    changes: [
      [
        'failingSince !== null && now - failingSince >= triedMs',
        'failingSince === null || now - failingSince >= triedMs',
      ],
    ],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'events are tried for ever',
    file: 'electron/usecases/door/deliver.ts',
    changes: [['failingSince !== null && now - failingSince >= triedMs', 'now < 0']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'an address put off by a wrong clock is never posted to again',
    file: 'electron/usecases/door/deliver.ts',
    changes: [['nextAt <= now || nextAt > now + 2 * longestPauseMs', 'nextAt <= now']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'an address that is broken gets fifty events at once',
    file: 'electron/usecases/door/deliver.ts',
    changes: [['webhook.failures >= brokenAfter ? 1 : mostAtOnce', 'mostAtOnce']],
    tests: [`${usecases}/door/webhooks.test.ts`],
  },
  {
    name: 'a token that was revoked still opens the door',
    file: 'electron/usecases/door/tokens.ts',
    changes: [['row === undefined || row.revokedAt !== null', 'row === undefined']],
    tests: [`${usecases}/door/tokens.test.ts`],
  },
  {
    name: 'a token that has run out still opens the door',
    file: 'electron/usecases/door/tokens.ts',
    changes: [["if (now >= row.expiresAt) return failure('DOOR_TOKEN_EXPIRED', { name: row.name });", '']],
    tests: [`${usecases}/door/tokens.test.ts`],
  },
  {
    name: 'any secret goes with the id of a token',
    file: 'electron/usecases/door/tokens.ts',
    changes: [
      [
        "if (!isSameDigest(digestOf(workspace, id, secret), row.digest)) return failure('DOOR_TOKEN_WRONG');",
        '',
      ],
    ],
    tests: [`${usecases}/door/tokens.test.ts`],
  },
  {
    name: 'a token lasts for as many days as somebody typed',
    file: 'electron/usecases/door/tokens.ts',
    changes: [['Math.min(days, tokenDays.most)', 'days']],
    tests: [`${usecases}/door/tokens.test.ts`],
  },
  {
    name: 'a token may do what nobody gave it',
    file: 'electron/usecases/door/tokens.ts',
    changes: [["doorScopes.filter((scope) => scopes.includes(scope)).join(' ')", "doorScopes.join(' ')"]],
    tests: [`${usecases}/door/tokens.test.ts`],
  },
  {
    name: 'an update needs no signature',
    file: 'electron/updates/signedRelease.ts',
    changes: [
      [
        "if (!isSigned(release, signature, releaseKey)) return failure('UPDATE_SIGNATURE_WRONG', { name });",
        '',
      ],
    ],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'an older version is installed over a newer one',
    file: 'electron/usecases/updates/releases.ts',
    changes: [
      ['compareVersions(version, program.version) <= 0', 'compareVersions(version, program.version) < -1'],
    ],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'an update for another processor is offered',
    file: 'electron/usecases/updates/releases.ts',
    changes: [['form === program.form.form && arch === program.arch', 'form === program.form.form']],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'a build without a key takes any update',
    file: 'electron/usecases/updates/releases.ts',
    changes: [["if (program.releaseKey === null) return failure('UPDATE_KEYLESS');", '']],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'the channel of tests is offered to shops on the stable one',
    file: 'electron/usecases/updates/checkUpdates.ts',
    changes: [["channel === 'stable' && release.channel !== 'stable'", "channel === 'none'"]],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'a release that was cut off on its way is read',
    file: 'electron/usecases/updates/checkUpdates.ts',
    changes: [['return isWhole() ?', 'return bytes > 0 ?']],
    tests: [`${usecases}/updates/checkUpdates.test.ts`],
  },
  {
    name: 'the program is replaced while work is open',
    file: 'electron/usecases/updates/install.ts',
    changes: [['if (!isReady) return done(report);', '']],
    tests: [`${usecases}/updates/install.test.ts`],
  },
  {
    name: 'work begun while the backup was made is not looked at before the program is replaced',
    file: 'electron/usecases/updates/install.ts',
    changes: [['ready.value.isReady && isIdle(open)', 'ready.value.isReady']],
    tests: [`${usecases}/updates/install.test.ts`],
  },
  {
    name: 'a badge is not bound to its operator',
    file: 'electron/usecases/operators/badges.ts',
    changes: [["keyFor('badges')).update(", "keyFor('badges')).update(code.toUpperCase() || "]],
    tests: [`${usecases}/operators/badges.test.ts`],
  },
  {
    name: 'a manager signs in with a badge',
    file: 'electron/usecases/operators/badges.ts',
    changes: [['mayHaveBadge(role) && isSame', 'isSame']],
    tests: [`${usecases}/operators/badges.test.ts`],
  },
  {
    name: 'a rescue code works twice at once',
    file: 'electron/usecases/operators/rescue.ts',
    changes: [['(await readRescue(write))?.hash !== tried.value.hash', 'false']],
    tests: [`${usecases}/operators/rescue.test.ts`],
  },
  {
    name: 'a wrong rescue code leaves no trace',
    file: 'electron/usecases/operators/rescue.ts',
    changes: [
      ["recordAct(workspace, write, { kind: 'rescue-code-wrong', what: '' }),", 'Promise.resolve(),'],
    ],
    tests: [`${usecases}/operators/rescue.test.ts`],
  },
  {
    name: 'a manager may have a PIN of four digits',
    file: 'shared/rules/signInCodes.ts',
    changes: [["role === 'manager' ? managerLeast : pinDigits.least", 'pinDigits.least']],
    tests: ['test/unit/shared/rules/signInCodes.test.ts'],
  },
  {
    name: 'a PIN may be 1234',
    file: 'shared/rules/signInCodes.ts',
    changes: [['(step !== 0 && step !== 1 && step !== -1)', 'step !== 0']],
    tests: ['test/unit/shared/rules/signInCodes.test.ts'],
  },
  {
    name: 'a mistyped recovery code is tried',
    file: 'shared/rules/recoveryCode.ts',
    changes: [['isWhole && sumOf(signs) === 0', 'isWhole']],
    tests: ['test/unit/shared/rules/recoveryCode.test.ts'],
  },
  {
    name: 'a phone on a label shows seven digits',
    file: 'shared/rules/mask.ts',
    changes: [['keepTail: 4, hideAtLeast: 6', 'keepTail: 4, hideAtLeast: 4']],
    tests: ['test/unit/shared/rules/mask.test.ts'],
  },
  {
    name: 'a name of one character is shown',
    file: 'shared/rules/mask.ts',
    changes: [["if (characters.length === 1) return '*';", '']],
    tests: ['test/unit/shared/rules/mask.test.ts'],
  },
];
