import { defineErrors } from './defineErrors.ts';

/** Couriers called to the door. */
export const pickupErrors = defineErrors({
  PICKUP_NOT_OFFERED: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '没有能预约上门取件的账号。',
      next: '添加支持预约取件的账号（例如快递鸟），或者打网点电话叫快递员。',
    },
    en: {
      says: 'No account is with a platform that sends couriers.',
      next: 'Add one that does, for example KDNiao, or call the branch.',
    },
  },
  PICKUP_ACCOUNT_CANNOT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '账号 {name} 的平台不能预约上门取件。', next: '换一个能预约的账号。' },
    en: { says: 'The platform of account {name} sends no couriers.', next: 'Choose another account.' },
  },
  PICKUP_ORDER_NOT_BOOKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 还没有单号，不能叫快递员。', next: '先取号，再预约取件。' },
    en: {
      says: 'Order {orderNo} has no waybill number yet; no courier is called for it.',
      next: 'Book it first, then call the courier.',
    },
  },
  PICKUP_OPEN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 已经预约过取件，还没有结束。',
      next: '不用再约；要改时间，先取消预约再重新约。',
    },
    en: {
      says: 'A courier is called for order {orderNo} already.',
      next: 'Nothing to do; for another time cancel that pickup first.',
    },
  },
  PICKUP_NOT_OPEN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 没有可以取消的取件预约。',
      next: '快递员取走之后不能取消；看一下预约状态。',
    },
    en: {
      says: 'Order {orderNo} has no pickup that can be called off.',
      next: 'Once the courier has the parcel it cannot be; look at its state.',
    },
  },
  PICKUP_WINDOW_INVALID: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '取件时间段不对：要在以后，结束晚于开始，最远 {days} 天。',
      next: '重新选时间段，例如今天 14:00 到 16:00。',
    },
    en: {
      says: 'The time of the pickup must lie ahead, end after it begins, and be within {days} days.',
      next: 'Choose another time, for example today from 14:00 to 16:00.',
    },
  },
  PICKUP_UNSURE: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '不清楚平台有没有收到取件预约。',
      next: '不会重复预约，系统会用同一预约码再问；急的话点“再查一次”（pickup list --ask）。',
    },
    en: {
      says: 'It is not known whether the platform has the pickup.',
      next: 'It is never ordered twice: it is asked about again with the same code, at once by pickup list --ask.',
    },
  },
  PICKUP_CANCEL_UNSURE: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '不清楚取件预约有没有取消。',
      next: '系统会再问，再取消一次也是安全的；快递员仍来的话当面说明。',
    },
    en: {
      says: 'It is not known whether the pickup was called off.',
      next: 'It is asked about again, and cancelling once more is safe; tell the courier if one comes all the same.',
    },
  },
});
