export const insight = {
  tab: {
    board: '今日看板',
  },
};
