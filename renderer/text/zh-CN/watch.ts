/** 监视文件夹。 */
export const watch = {
  off: '没有监视任何文件夹。选一个 ERP 导出订单的文件夹，新文件会自动导入。',
  on: '正在监视 {{folder}}',
  profile: '按哪个平台识别',
  anyProfile: '自动识别',
  action: '新文件怎么处理',
  actionOf: { import: '只导入', ship: '导入并取号' },
  actionNote: {
    import: '导入后等人处理，不会自动取号。',
    ship: '导入后，没有疑问的订单会用默认账号和快递公司自动取号。',
  },
  note: '文件写完不再变化才会导入；导入后移到 done，导不了的连同原因移到 failed。同一份文件不会导入两次。',
  choose: '选择文件夹…',
  change: '换一个文件夹…',
  turnOff: '停止监视',
  last: '最近的文件',
  noFiles: '还没有处理过文件。',
  state: { taken: '已导入', failed: '没有导入', seen: '没有导入，已知道' },
  seen_one: '知道了（{{count}} 个）',
  seen_other: '知道了（{{count}} 个）',
  seenNote: '原文件和原因报告在 failed 文件夹里；改好后重新放进来即可。',
};
