/** One part of a multipart body; `fileName` is null for an ordinary field. */
export interface Part {
  name: string;
  fileName: string | null;
  mimeType: string;
  bytes: Buffer;
}

/**
 * Reads a multipart/form-data body (RFC 7578). Node's own reader refuses what grammY writes (`form-data;name=…` without a
 * space, file names without quotes), which Telegram takes, so this one is as lenient.
 * @param contentType the header with the boundary
 * @returns null when the body is not one
 */
export function readMultipart(body: Buffer, contentType: string): Part[] | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) return null;
  const parts: Part[] = [];
  const line = `--${boundary}`;
  let at = body.indexOf(line);
  if (at === -1) return null;
  for (;;) {
    at += line.length;
    if (body.subarray(at, at + 2).toString() === '--') return parts;
    const headEnd = body.indexOf('\r\n\r\n', at);
    const next = headEnd === -1 ? -1 : body.indexOf(`\r\n${line}`, headEnd + 2);
    if (next === -1) return null;
    const part = readPart(body.subarray(at + 2, headEnd).toString(), body.subarray(headEnd + 4, next));
    if (part) parts.push(part);
    at = next + 2;
  }
}

function readPart(head: string, bytes: Buffer): Part | null {
  const headers = new Map(
    head.split('\r\n').map((header) => {
      const colon = header.indexOf(':');
      return [header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = fieldOf(disposition, 'name');
  if (name === null) return null;
  const fileName = fieldOf(disposition, 'filename');
  return { name, fileName, mimeType: headers.get('content-type') ?? '', bytes };
}

function fieldOf(disposition: string, field: string): string | null {
  const found = new RegExp(`;\\s*${field}=(?:"((?:\\\\.|[^"])*)"|([^;]*))`, 'i').exec(disposition);
  if (!found) return null;
  return found[1]?.replaceAll('%22', '"').replace(/\\(.)/g, '$1') ?? found[2]?.trim() ?? '';
}
