import { badRequest } from './api-error.js';

/** A file part of a multipart request. */
export interface UploadedFile {
  fileName: string;
  mimeType: string;
  bytes: Uint8Array;
}

/**
 * The parameters of one call, read as leniently as Telegram does (tdlib/telegram-bot-api: Query, to_bool, get_integer_arg):
 * everything is text at first, empty text is absent, unknown parameters are ignored.
 */
export class Params {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly files: ReadonlyMap<string, UploadedFile> = new Map(),
  ) {}

  /** Empty when the parameter is absent. */
  text(name: string): string {
    return this.values.get(name) ?? '';
  }

  has(name: string): boolean {
    return this.text(name) !== '' || this.files.has(name);
  }

  /** true, yes and 1 in any case; everything else is false. */
  bool(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).toLowerCase());
  }

  /** The number at the text's start, brought into the range; `absent` when there is no text. */
  int(name: string, absent: number, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name);
    const number = text === '' ? absent : Number.parseInt(text, 10) || 0;
    return Math.min(Math.max(number, min), max);
  }

  /**
   * A parameter that is a JSON object or array, sent as such or as text.
   * @returns undefined when it is absent
   * @throws ApiError `can't parse <what> JSON object`
   */
  json(name: string, what: string): unknown {
    const text = this.text(name);
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }

  /** The file sent under this name, or the part an `attach://` value points to; null for anything else. */
  upload(name: string): UploadedFile | null {
    const direct = this.files.get(name);
    if (direct) return direct;
    const attached = /^attach:\/\/(.+)$/.exec(this.text(name))?.[1];
    return attached === undefined ? null : (this.files.get(attached) ?? null);
  }

  /** For the call log: nested values as values, files by name and size. */
  shown(): Record<string, unknown> {
    const shown: Record<string, unknown> = {};
    for (const [name, text] of this.values) shown[name] = looksNested(text) ? parsedOr(text) : text;
    for (const [name, file] of this.files) shown[name] = `(${file.fileName}, ${file.bytes.length} bytes)`;
    return shown;
  }
}

const looksNested = (text: string) => /^[[{]/.test(text);

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
