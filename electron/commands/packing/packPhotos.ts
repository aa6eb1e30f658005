import { exportPhotos, listPhotos } from '../../usecases/packing/photos.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { filledText, path, required } from '../main/word.ts';
import { order } from '../orders/order.ts';

const say = phrases({
  photo: ['{at} 第 {no} 件 {by}（{kb} KB）', '{at} parcel {no} {by} ({kb} KB)'],
  exported: [
    '已导出 {count} 张照片，已记录：{file}',
    '{count} {count|photo|photos} exported, which is recorded: {file}',
  ],
});

export const packPhotoCommands: readonly Command[] = [
  command({
    name: 'pack photos',
    zh: '列出一个订单的包裹照片：什么时候、谁拍的',
    en: 'list the photos of an order’s parcels: when and by whom they were taken',
    access: 'seeWork',
    operands: [order],
    async run({ workspace, language, operands: [{ id: orderId }] }) {
      const photos = await listPhotos(workspace, { orderId });
      const human = photos.map(({ takenAt, parcelNo: no, operator: by, sizeBytes }) =>
        say(language, 'photo', { at: localTime(takenAt), no, by, kb: Math.ceil(sizeBytes / 1_000) }),
      );
      const json = photos.map(({ takenAt, ...photo }) => ({ ...photo, takenAt: isoTime(takenAt) }));
      return report({ photos: json }, human.length === 0 ? [nothing(language)] : human);
    },
  }),
  command({
    name: 'pack photos export',
    zh: '把一个订单的包裹照片导出到文件夹，理赔用；写明原因，留记录',
    en: 'export the photos of an order’s parcels into a folder, for a claim; takes a reason and is recorded',
    access: 'exportPersonalData',
    operands: [order],
    options: { folder: required(path('FOLDER')), reason: required(filledText('TEXT', 100)) },
    async run({ workspace, language, operands: [{ id: orderId }], options: { folder, reason } }) {
      const written = unwrap(await exportPhotos(workspace, { orderId, reason, folder }));
      const { path: file, rowCount: count } = written;
      return report({ file, photos: count }, [say(language, 'exported', { count, file })]);
    },
  }),
];
