export const insight = {
  tab: {
    board: 'Today’s board',
  },
};
