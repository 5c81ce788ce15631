// @ts-check

/**
 * Puts text on the clipboard and says so.
 * @param {string} text
 * @param {(text: string, kind?: 'info' | 'error') => void} say
 */
export async function copyText(text, say) {
  try {
    await navigator.clipboard.writeText(text);
    say(`已复制：${text}`);
  } catch {
    say(`这个浏览器不让复制，请自己选中：${text}`, 'error');
  }
}
