import { defineErrors, final } from './defineErrors.ts';

/** What the shop asks of platforms, and what is kept of them. */
export const recordErrors = defineErrors({
  GOLIVE_NEEDS_UNMET: final(
    '账号 {name} 还不能上线：需求清单要求“{needs}”，已添加的平台都做不到。',
    '在“设置 → 平台档案 → 需求清单”里处理：添加做得到的平台；或者写明这一项在本程序之外由谁办理；或者先去掉相关的场景和功能。',
    'The account {name} cannot go live yet: the requirement list asks for “{needs}”, which no platform added here can do.',
    'In Settings → Platform record → Requirements: add a platform that can, note who does it outside of this program, or take the use case or function off the list for now.',
    '运行 requirements show 查看缺什么；添加做得到的平台，或用 requirements set 写明在程序之外由谁办理（--outside），或先去掉相关的场景和功能。',
    'Run requirements show to see what is lacking; add a platform that can, note who does it elsewhere (requirements set --outside), or take the use case or function off the list for now.',
  ),
  REQUIREMENTS_INCOMPLETE: final(
    '需求清单还没有填完，不能确认。',
    '先把业务场景、必备功能和要对接的系统三部分都填好。',
    'The requirement list is not complete yet and cannot be confirmed.',
    'Answer all three parts first: use cases, functions and systems.',
  ),
  REQUIREMENTS_NAME_MISSING: final(
    '没有写确认人的姓名。',
    '填写确认这份清单的人。',
    'Nobody is named who confirms the list.',
    'Enter who confirms it.',
  ),
  RECORD_CHANGED_MEANWHILE: final(
    '这份资料刚刚被别人改过，这次没有保存。',
    '看一下现在的内容，再改一次。',
    'Somebody else has just changed this; nothing was saved.',
    'Look at it as it is now, then change it again.',
  ),
  EVIDENCE_TYPE: final(
    '文件 {file} 不是可以存进档案的类型，没有添加。',
    '可以添加 PDF、图片（PNG、扩展名为 .jpg 的照片）、Excel 表格和文档；其他资料请先另存为 PDF。',
    'The file {file} is of a kind that cannot be kept in a record; it was not attached.',
    'Attach PDF, PNG, JPG, XLSX, DOCX or TXT; save anything else as PDF first.',
  ),
  EVIDENCE_TOO_LARGE: final(
    '文件 {file} 有 {megabytes} MB，超过 {most} MB，没有添加。',
    '压缩图片或拆成几个文件后再添加。',
    'The file {file} has {megabytes} MB, more than {most} MB; it was not attached.',
    'Make its pictures smaller or split it, then attach it again.',
  ),
  EVIDENCE_TOO_MANY: final(
    '这份平台档案已经有 {most} 个文件，没有再添加。',
    '先删除过期或重复的资料。',
    'This platform record already holds {most} files; no more was attached.',
    'First remove files that have expired or are there twice.',
  ),
  EVIDENCE_UNREADABLE: final(
    '读不到文件 {file}，没有添加。',
    '确认文件还在、没有被别的程序占用，再选一次。',
    'The file {file} cannot be read; it was not attached.',
    'Check that it is still there and not in use by another program, then choose it again.',
  ),
  EVIDENCE_DAY_WRONG: final(
    '有效期不是一个日期，没有添加。',
    '写成 2027-05-31 这样；不会过期就留空。',
    'Valid until is no date; the file was not attached.',
    'Write it like 2027-05-31, or leave it empty where nothing runs out.',
  ),
  EVIDENCE_NOT_FOUND: final(
    '没有找到这份资料，可能已经被删除。',
    '重新打开平台档案查看现有资料。',
    'This file is not in the record; it may have been removed.',
    'Open the platform record again to see what is there.',
    '用 platform show 加账号名查看现有资料。',
    'See what is there with platform show and the name of the account.',
  ),
  SETUP_NOT_BY_HAND: final(
    '这一步由程序判断，不能手工勾选。',
    '完成这一步后会自动变成“已完成”。',
    'This item is read from the present state and cannot be ticked.',
    'Do what it asks for; it is then ticked automatically.',
  ),
  INCIDENT_NOT_FOUND: final(
    '没有找到这条问题记录。',
    '重新打开平台档案查看现有记录。',
    'This incident is not in the record.',
    'Open the platform record again to see what is there.',
    '用 incident list 加账号名查看现有记录。',
    'See what is there with incident list and the name of the account.',
  ),
  INCIDENT_TIME_WRONG: final(
    '这个时间不对：不能在将来，答复和解决不能早于报告。',
    '核对电脑时间和填写的时间，再保存一次。',
    'This time cannot be right: not in the future, and no answer or solution before the report.',
    'Check the clock of this computer and the time that was entered, then save again.',
  ),
  RECORD_TEXT_MISSING: final(
    '没有写内容，没有保存。',
    '用一句话写明是什么事。',
    'Nothing was written, so nothing was saved.',
    'Say in a sentence what it is about.',
  ),
  SUPPORT_HOURS_WRONG: final(
    '服务时间不对，没有保存。',
    '选择至少一天，时间写成 09:00 这样，节假日写成 2026-10-01 这样。',
    'These service hours cannot be right; nothing was saved.',
    'Choose at least one day, write times like 09:00 and holidays like 2026-10-01.',
  ),
});
