import type { Contract } from '../../shared/contracts/contract.ts';

interface Named {
  readonly '~orpc': { readonly meta: Readonly<Record<string, unknown>> };
}

/** The same contract, each procedure knowing its name: whichever way it is called, the gate can tell what it is. */
export function nameProcedures(contract: Contract): Contract {
  const named = Object.entries(contract).map(([area, procedures]) => [
    area,
    Object.fromEntries(
      Object.entries(procedures as Readonly<Record<string, Named>>).map(([name, procedure]) => {
        const def = procedure['~orpc'];
        const meta = { ...def.meta, name: `${area}.${name}` };
        return [name, Object.create(procedure, { '~orpc': { value: { ...def, meta }, enumerable: true } })];
      }),
    ),
  ]);
  return Object.fromEntries(named) as Contract;
}

/** The name `nameProcedures` gave; empty for a procedure that has none. */
export function nameOf(procedure: Named): string {
  const { name } = procedure['~orpc'].meta;
  return typeof name === 'string' ? name : '';
}
