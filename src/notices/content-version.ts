import { createHash } from 'node:crypto';
import type { NoticeBody } from '../delivery/notice-body.js';

/** Which text a chat received: SHA-256 of the body. */
export function contentVersion(body: NoticeBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
