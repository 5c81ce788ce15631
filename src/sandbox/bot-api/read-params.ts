import { Params, type UploadedFile } from './params.js';
import { readMultipart } from './read-multipart.js';

const MAX_FILES = 50;

/**
 * Parameters from the query string and from a urlencoded, JSON or multipart body. A body that cannot be read counts as
 * none, so the call fails as if its parameters were missing (tdlib/td: HttpReader).
 */
export async function readParams(request: Request): Promise<Params> {
  const values = new Map<string, string>();
  const files = new Map<string, UploadedFile>();
  for (const [name, value] of new URL(request.url).searchParams) values.set(name, value);
  if (request.method !== 'POST') return new Params(values);

  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase();
  if (kind === 'application/json') readJson(await request.text(), values);
  if (kind === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(await request.text())) values.set(name, value);
  }
  if (kind === 'multipart/form-data') {
    for (const part of readMultipart(Buffer.from(await request.arrayBuffer()), type) ?? []) {
      if (part.fileName === null) values.set(part.name, part.bytes.toString());
      else if (files.size < MAX_FILES) files.set(part.name, { ...part, fileName: part.fileName });
    }
  }
  return new Params(values, files);
}

function readJson(text: string, values: Map<string, string>): void {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  for (const [name, value] of Object.entries(body)) {
    if (value === null || value === undefined) continue;
    values.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
}
