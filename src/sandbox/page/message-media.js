// @ts-check
import { html } from '/vendor/htm-preact.js';
import { Icon } from './icon.js';

/** @typedef {import('./types.js').Media} Media */

/** @type {Record<string, string>} */
const KIND_NAMES = {
  photo: '图片',
  voice: '语音',
  audio: '音频',
  video: '视频',
  animation: '动图',
  document: '文件',
  sticker: '贴纸',
  location: '位置',
  contact: '联系人',
};

/** @param {{ media: Media }} props */
export function MessageMedia({ media }) {
  const name = media.fileName ?? KIND_NAMES[media.kind] ?? media.kind;
  if (media.url && media.kind === 'photo') {
    return html`<a class="media-photo" href=${media.url} target="_blank" rel="noopener" data-testid="media-photo">
      <img src=${media.url} alt=${`图片 ${media.fileName ?? ''}`} />
    </a>`;
  }
  if (media.url && media.kind === 'sticker') {
    return html`<img class="media-sticker" src=${media.url} alt="贴纸" />`;
  }
  if (media.url && (media.kind === 'voice' || media.kind === 'audio')) {
    return html`<audio class="media-audio" controls preload="metadata" src=${media.url} aria-label=${name} data-testid="media-audio"></audio>`;
  }
  if (media.url && (media.kind === 'video' || media.kind === 'animation')) {
    return html`<video class="media-photo" controls preload="metadata" src=${media.url} aria-label=${name}></video>`;
  }
  const inside = html`<span class="media-file-icon"><${Icon} name="file" /></span>
    <span><strong>${name}</strong><small>${KIND_NAMES[media.kind] ?? media.kind}</small></span>`;
  if (!media.url) return html`<div class="media-file">${inside}</div>`;
  return html`<a class="media-file" href=${media.url} download=${name} data-testid="media-file">${inside}</a>`;
}
