import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { StartError } from '../../start-error.js';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupHeader,
  type BackupPiece,
  backupHeader,
  endLine,
  tableLine,
} from './format.js';

/**
 * Reads the whole file once and makes sure that it is a backup of ours and complete.
 * @returns its header, and the number of rows per table
 * @throws StartError with what is wrong with the file
 */
export async function checkBackup(file: string): Promise<{ header: BackupHeader; rows: Record<string, number> }> {
  const lines = linesOf(file);
  const hash = createHash('sha256');
  const first = await lines.next();
  const header = first.done ? null : readHeader(first.value, file);
  if (header === null) throw notOurs(file);
  hash.update(`${first.value}\n`);
  let last = '';
  for await (const line of lines) {
    if (last !== '') hash.update(`${last}\n`);
    last = line;
  }
  const end = last.startsWith('{"end"') ? endLine.safeParse(parsed(last)) : null;
  if (!end?.success) throw cutOff(file);
  if (end.data.sha256 !== hash.digest('hex')) throw damaged(file);
  return { header, rows: end.data.rows };
}

/** The tables and rows of a file that `checkBackup` found sound. */
export async function* backupPieces(file: string): AsyncGenerator<BackupPiece> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (!first && line.startsWith('[')) yield { kind: 'rows', json: line };
    else if (!first && line.startsWith('{"table"')) yield { kind: 'table', ...tableLine.parse(JSON.parse(line)) };
    first = false;
  }
}

function readHeader(line: string, file: string): BackupHeader | null {
  const value = parsed(line) as { format?: unknown; version?: unknown } | null | undefined;
  if (value?.format !== BACKUP_FORMAT) return null;
  if (typeof value.version === 'number' && value.version > BACKUP_VERSION) {
    throw new StartError(`备份 ${file} 是更新的普法版本写的：请换用同样新或更新的版本再恢复。什么都没有改动。`);
  }
  const header = backupHeader.safeParse(value);
  if (!header.success) throw damaged(file);
  return header.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines without their line feeds; a fault of the file becomes a sentence. */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  const text = createGunzip();
  pipeline(createReadStream(file), text).catch(() => {}); // the reader of `text` gets the error, too
  let rest = '';
  try {
    for await (const chunk of text.setEncoding('utf8')) {
      const pieces = (chunk as string).split('\n');
      pieces[0] = rest + pieces[0];
      rest = pieces.pop() ?? '';
      yield* pieces;
    }
  } catch (cause) {
    throw readingFault(cause as NodeJS.ErrnoException, file);
  }
  if (rest !== '') yield rest;
}

function readingFault(cause: NodeJS.ErrnoException, file: string): unknown {
  switch (cause.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new StartError(`没有文件 ${file}：请检查路径。`, 2, { cause });
    case 'EISDIR':
      return new StartError(`${file} 是一个文件夹：请写上备份文件的名字。`, 2, { cause });
    case 'EACCES':
      return new StartError(`文件 ${file} 没有读取的权限。`, 1, { cause });
    case 'Z_BUF_ERROR':
      return cutOff(file);
    case 'Z_DATA_ERROR':
      return cause.message.includes('header') ? notOurs(file) : damaged(file);
    default:
      return cause;
  }
}

const notOurs = (file: string) => new StartError(`${file} 不是 pufa backup 写的备份文件。什么都没有改动。`);
const cutOff = (file: string) =>
  new StartError(`备份 ${file} 不完整（没有写完或者没有拷完）：请重新拷贝，或者换另一份备份。什么都没有改动。`);
const damaged = (file: string) =>
  new StartError(`备份 ${file} 已经损坏：请重新拷贝，或者换另一份备份。什么都没有改动。`);
