import type { MessageEntity } from 'grammy/types';
import { sortEntities } from './find-entities.js';

/**
 * A text with its entities as HTML that is safe to put into the page: everything is escaped, and only these tags come
 * out of it: b i u s a code pre blockquote span.
 */
export function showAsHtml(text: string, entities: readonly MessageEntity[]): string {
  const edges = new Set<number>([0, text.length]);
  for (const { offset, length } of entities) edges.add(offset).add(offset + length);
  const cuts = [...edges].sort((one, other) => one - other);
  const sorted = sortEntities(entities);
  let html = '';
  let open: MessageEntity[] = [];
  for (const [index, cut] of cuts.entries()) {
    const here = sorted.filter(({ offset, length }) => offset <= cut && cut < offset + length);
    const shared = open.findIndex((entity, depth) => here[depth] !== entity);
    const stay = shared === -1 ? open.length : shared;
    for (const entity of open.slice(stay).reverse()) html += tagsOf(entity, text)[1];
    for (const entity of here.slice(stay)) html += tagsOf(entity, text)[0];
    open = here;
    html += escapeHtml(text.slice(cut, cuts[index + 1] ?? cut));
  }
  return html;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function tagsOf(entity: MessageEntity, text: string): [string, string] {
  const inside = text.slice(entity.offset, entity.offset + entity.length);
  const link = (href: string): [string, string] => [
    `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">`,
    '</a>',
  ];
  switch (entity.type) {
    case 'bold':
      return ['<b>', '</b>'];
    case 'italic':
      return ['<i>', '</i>'];
    case 'underline':
      return ['<u>', '</u>'];
    case 'strikethrough':
      return ['<s>', '</s>'];
    case 'spoiler':
      return ['<span class="tg-spoiler">', '</span>'];
    case 'code':
      return ['<code>', '</code>'];
    case 'pre':
      return ['<pre>', '</pre>'];
    case 'blockquote':
      return ['<blockquote>', '</blockquote>'];
    case 'expandable_blockquote':
      return ['<blockquote class="expandable">', '</blockquote>'];
    case 'text_link':
      return /^(https?|tg):/i.test(entity.url) ? link(entity.url) : ['', ''];
    case 'url':
      return link(/^https?:\/\//i.test(inside) ? inside : `http://${inside}`);
    case 'email':
      return link(`mailto:${inside}`);
    case 'bot_command':
    case 'mention':
    case 'text_mention':
    case 'hashtag':
      return [`<span class="${entity.type}">`, '</span>'];
    default:
      return ['', ''];
  }
}
