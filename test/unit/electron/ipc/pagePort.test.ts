import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type ContractRouterClient, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { pagePortPair } from '../../../doubles/page/pagePortPair.ts';

const contract = { double: oc.input(z.number()).output(z.number()) };
const router = { double: implement(contract).double.handler(({ input }) => input * 2) };

it('a contract is served over a page port just as main hands it over', async () => {
  const { corePort, page } = pagePortPair();
  new RPCHandler(router).upgrade(corePort);
  corePort.start();
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: page }));
  page.start();
  expect(await client.double(21)).toBe(42);
  await expect(client.double('x' as unknown as number)).rejects.toThrow();
  page.close();
});
