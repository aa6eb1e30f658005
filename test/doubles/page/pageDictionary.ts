import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { StatusVerdict } from '../../../shared/domain/order.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const atPlatforms = (kdniao: string, kuaidi100: string, sf: string) => [
  { platform: 'kdniao', nameZh: '快递鸟', nameEn: 'KDNiao', field: kdniao },
  { platform: 'kuaidi100', nameZh: '快递100', nameEn: 'Kuaidi100', field: kuaidi100 },
  { platform: 'sf', nameZh: '顺丰丰桥', nameEn: 'SF Express', field: sf },
];

const receiverName = {
  field: 'receiverName',
  group: 'receiver',
  nameZh: '收件人姓名',
  nameEn: 'Receiver name',
  spellings: ['收货人姓名', '收货人', '收件人'],
  platformFields: atPlatforms('Receiver.Name', 'recMan.name', 'contactInfoList[2].contact'),
};
const sellerRemark = {
  field: 'sellerRemark',
  group: 'remark',
  nameZh: '卖家备注',
  nameEn: 'Seller note',
  spellings: ['卖家备注', '商家备注', '备注'],
  platformFields: atPlatforms('Remark', 'remark', 'remark'),
};

/** The dictionary part of the page's double: two fields, one question, one memory. */
export function pageDictionary(os: Os, { now, fail, tell }: PageWorld) {
  let own: { spelling: string; field: string; createdAt: number }[] = [];
  let answers: { profile: string; word: string; verdict: StatusVerdict; createdAt: number }[] = [];
  let repeatQuestions = [
    { layout: 'layout-1', orders: 3, orderNo: '261001-100000000000420', rows: '40, 68' },
  ];
  let questions = [{ profile: 'taobao', word: '等待质检', orders: 3 }];
  let memories = [
    {
      key: 'm1',
      profile: 'generic',
      headers: ['客户', '电话', '送到'],
      columns: [{ header: '送到', field: 'fullAddress' }],
      uses: 4,
      usedAt: now() - 86_400_000,
    },
  ];
  const isTaken = (spelling: string, field: string): boolean =>
    [receiverName, sellerRemark].some((one) => one.field !== field && one.spellings.includes(spelling));
  return {
    get: os.dictionary.get.handler(() => ({
      groups: [
        { id: 'receiver', nameZh: '收件人', nameEn: 'Receiver' },
        { id: 'remark', nameZh: '备注', nameEn: 'Remarks' },
      ],
      fields: [receiverName, sellerRemark].map((one) => ({
        ...one,
        own: own.filter(({ field }) => field === one.field),
      })),
      builtInSpellings: 6,
      profiles: [
        { id: 'taobao', nameZh: '淘宝/天猫', nameEn: 'Taobao / Tmall' },
        { id: 'generic', nameZh: '通用表格', nameEn: 'Any table' },
      ],
    })),
    addSpelling: os.dictionary.addSpelling.handler(({ input: { spelling, field, isConfirmed } }) => {
      if (!isConfirmed && isTaken(spelling, field)) fail('DICTIONARY_SPELLING_TAKEN', { spelling, field });
      own = [...own.filter((one) => one.spelling !== spelling), { spelling, field, createdAt: now() }];
      tell('dictionary');
      return { spelling, field };
    }),
    removeSpelling: os.dictionary.removeSpelling.handler(({ input }) => {
      own = own.filter(({ spelling }) => spelling !== input.spelling);
      tell('dictionary');
      return input;
    }),
    statusWords: os.dictionary.statusWords.handler(() => ({
      questions,
      answers,
      known: [{ verdict: 'ship' as const, words: ['待发货'] }],
    })),
    answerStatus: os.dictionary.answerStatus.handler(({ input }) => {
      const settledOrders = questions.find(({ word }) => word === input.word)?.orders ?? 0;
      questions = questions.filter(({ word }) => word !== input.word);
      answers = [...answers.filter(({ word }) => word !== input.word), { ...input, createdAt: now() }];
      tell('dictionary', 'orders', 'status');
      return { settledOrders };
    }),
    forgetStatus: os.dictionary.forgetStatus.handler(({ input }) => {
      answers = answers.filter(({ word }) => word !== input.word);
      tell('dictionary');
      return input;
    }),
    repeats: os.dictionary.repeats.handler(() => ({ questions: repeatQuestions, answers: [] })),
    answerRepeats: os.dictionary.answerRepeats.handler(({ input: { layout } }) => {
      const settledOrders = repeatQuestions.find((one) => one.layout === layout)?.orders ?? 0;
      repeatQuestions = repeatQuestions.filter((one) => one.layout !== layout);
      tell('dictionary', 'orders', 'status');
      return { settledOrders };
    }),
    forgetRepeats: os.dictionary.forgetRepeats.handler(({ input }) => input),
    memories: os.dictionary.memories.handler(() => memories),
    forgetMemory: os.dictionary.forgetMemory.handler(({ input }) => {
      memories = memories.filter(({ key }) => key !== input.key);
      tell('dictionary');
      return memories;
    }),
    exportFieldList: os.dictionary.exportFieldList.handler(() => ({
      fileToken: 'field-list',
      name: 'field-list.xlsx',
      rows: 6,
    })),
  };
}
