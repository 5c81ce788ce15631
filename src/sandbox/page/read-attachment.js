// @ts-check

/** @typedef {import('./types.js').Attachment} Attachment */

/** What a bot can download at most. Source: https://core.telegram.org/bots/api#getfile */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Reads a chosen file: pictures go as photos, sound as voice messages, everything else as a document.
 * @param {File} file
 * @returns {Promise<Attachment | { refused: string }>} `refused` is a sentence for people
 */
export async function readAttachment(file) {
  if (file.size > MAX_BYTES) return { refused: `“${file.name}”超过 20 MB，机器人收不了。请换一个小一点的文件。` };
  if (file.size === 0) return { refused: `“${file.name}”是空的，没有东西可发。` };
  const kind = file.type.startsWith('image/') ? 'photo' : file.type.startsWith('audio/') ? 'voice' : 'document';
  return { kind, fileName: file.name, base64: await base64Of(file) };
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
