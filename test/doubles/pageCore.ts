import { implement, type Router } from '@orpc/server';
import { contract } from '../../shared/contracts/contract.ts';
import { readText } from './pageCorrections.ts';
import { pageDictionary } from './pageDictionary.ts';
import { pageImports } from './pageImports.ts';
import { pageKnowledge } from './pageKnowledge.ts';
import { pageRepeats } from './pageRepeats.ts';
import { pageSettings } from './pageSettings.ts';
import { pageShipping } from './pageShipping.ts';
import { type PageCoreOptions, pageWorld } from './pageWorld.ts';

/** The whole contract in memory, for driving the page without Electron. Not a model of the core's rules. */
export function pageCore(options: PageCoreOptions): {
  readonly router: Router<typeof contract, Record<never, never>>;
  readonly tell: ReturnType<typeof pageWorld>['tell'];
} {
  const os = implement(contract);
  const world = pageWorld(options);
  const { corrections, own, now, fail, find, change, slice, status, tell, listen } = world;
  const undone: typeof corrections = [];
  const router = os.router({
    session: {
      state: os.session.state.handler(() => own.session),
      create: os.session.create.handler(({ input }) => {
        own.session = { ...own.session, state: 'open', isPractice: input.practice };
        return own.session;
      }),
      unlock: os.session.unlock.handler(({ input }) => {
        if (input.passphrase !== 'open sesame') fail('WORKSPACE_LOCKED');
        own.session = { ...own.session, state: 'open' };
        return own.session;
      }),
      lock: os.session.lock.handler(() => {
        own.session = { ...own.session, state: 'locked' };
        return own.session;
      }),
    },
    status: {
      get: os.status.get.handler(status),
      changes: os.status.changes.handler(({ signal }) => listen(signal)),
    },
    imports: pageImports(os, { isFresh: options.isFresh, now, tell, fail }),
    dictionary: pageDictionary(os, world),
    correct: {
      queue: os.correct.queue.handler(({ input }) =>
        slice(
          corrections.map(({ orderId, orderNo, originalText, reading }) => ({
            orderId,
            orderNo,
            originalText,
            confidence: reading.confidence.overall,
            issues: reading.issues,
          })),
          input,
        ),
      ),
      item: os.correct.item.handler(
        ({ input }) =>
          corrections.find(({ orderId }) => orderId === input.orderId) ??
          fail('ORDER_NOT_FOUND', { orderNo: input.orderId }),
      ),
      accept: os.correct.accept.handler(({ input }) => {
        find(input.orderId);
        const at = corrections.findIndex(({ orderId }) => orderId === input.orderId);
        const [taken] = corrections.splice(at, 1);
        if (taken !== undefined) undone.push(taken);
        const { version } = change(input.orderId, { state: 'ready' });
        return { orderId: input.orderId, version, remaining: corrections.length };
      }),
      undo: os.correct.undo.handler(({ input }) => {
        const back = undone.pop();
        if (back !== undefined) corrections.unshift(back);
        const { version } = change(input.orderId, { state: 'needs-review' });
        return { orderId: input.orderId, version, remaining: corrections.length };
      }),
      parse: os.correct.parse.handler(({ input }) => readText(input.text)),
      divisions: os.correct.divisions.handler(({ input }) => {
        if (input.district !== undefined) return ['仓前街道', '五常街道', '良渚街道'];
        if (input.city !== undefined) return ['余杭区', '西湖区', '拱墅区', '静安区', '南山区'];
        if (input.province !== undefined) return ['杭州市', '宁波市', '温州市', '上海市', '深圳市'];
        return ['浙江省', '上海市', '广东省', '江苏省', '北京市'];
      }),
    },
    addressKnowledge: pageKnowledge(os, world),
    ...pageShipping(os, world),
    ...pageRepeats(os, world),
    settings: pageSettings(os, world),
  });
  return { router, tell };
}
