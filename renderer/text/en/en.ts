import { zhCN } from '../zh-CN/zhCN.ts';

export const en = zhCN;
