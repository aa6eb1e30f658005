import fc from 'fast-check';

/**
 * Before each file of tests: random cases are the same ones in every run, so that one that fails does so again. Others are looked for with
 * `SHIPDESK_SEED=1 npx vitest …`; tests that name a seed of their own keep it.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SHIPDESK_SEED ?? 20_261_201) });
