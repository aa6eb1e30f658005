'use strict';
const crypto = require('node:crypto');
const { syncBuiltinESMExports } = require('node:module');

/*
 * For tests and the programs they start a thousand times: a passphrase costs 2 ms instead of 0.2 s, a PIN next to nothing. What the
 * product pays for one, and that it pays it, is tested with the vault, where this is not.
 */
const { scrypt } = crypto;
crypto.scrypt = (secret, salt, length, cost, done) =>
  scrypt(secret, salt, length, { ...cost, N: 2 ** 9 }, done);
syncBuiltinESMExports();
