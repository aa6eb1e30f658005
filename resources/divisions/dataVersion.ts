/** Version of the data and the day its legal list is true for: the ministry's of the end of 2024. */
export const dataVersion = { version: '2024.1', date: '2024-12-31' } as const;
