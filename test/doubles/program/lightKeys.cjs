'use strict';
const crypto = require('node:crypto');
const { syncBuiltinESMExports } = require('node:module');

/*
 * For the fault tests and the programs they start a thousand times: a passphrase costs 2 ms instead of 0.2 s. What the
 * product pays for one, and that it pays it, is tested with the vault.
 */
const { scrypt } = crypto;
crypto.scrypt = (secret, salt, length, cost, done) =>
  scrypt(secret, salt, length, { ...cost, N: 2 ** 9 }, done);
syncBuiltinESMExports();
