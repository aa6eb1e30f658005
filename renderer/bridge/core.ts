import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../shared/contracts/contract.ts';
import { coreLink } from './coreConnection.ts';

/** The typed client of the whole contract; only types of the contract come into the page, no schemas. */
export const core: ContractRouterClient<typeof contract> = createORPCClient(coreLink);
