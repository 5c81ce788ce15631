import { Api, GrammyError, HttpError } from 'grammy';
import type { GroupRight, ReceivingProbe, TokenProbe } from '../doctor/judge-telegram.js';
import type { Clock } from '../time/clock.js';

const TIMEOUT_SECONDS = 10;

/** Looks at how Telegram sees the bot; changes nothing there. */
export interface TelegramProbe {
  token(): Promise<TokenProbe>;
  /** null: no answer */
  receiving(): Promise<ReceivingProbe | null>;
  /** @param chatId a group or channel */
  rightIn(chatId: number): Promise<GroupRight>;
  /** How far this machine's clock is ahead of the server's, in seconds; null: no answer. */
  clockAheadSeconds(): Promise<number | null>;
}

/** @param apiRoot such as `https://api.telegram.org` */
export function probeTelegram(token: string, apiRoot: string, clock: Clock): TelegramProbe {
  const api = new Api(token, { apiRoot, timeoutSeconds: TIMEOUT_SECONDS });
  return {
    token: async () => {
      try {
        const me = await api.getMe();
        return { kind: 'known', username: me.username, readsAllMessages: me.can_read_all_group_messages };
      } catch (error) {
        if (error instanceof GrammyError) return { kind: 'refused', code: error.error_code };
        return { kind: 'silent', cause: causeOf(error) };
      }
    },
    receiving: async () => {
      const info = await api.getWebhookInfo().catch(() => null);
      return (
        info && {
          url: info.url ?? '',
          waiting: info.pending_update_count,
          lastErrorAt: info.last_error_date === undefined ? null : new Date(info.last_error_date * 1000),
          lastError: info.last_error_message ?? null,
        }
      );
    },
    rightIn: async (chatId) => {
      try {
        const me = await api.getChatMember(chatId, Number(token.split(':')[0]));
        if (me.status === 'left' || me.status === 'kicked') return 'gone';
        if (me.status === 'restricted') {
          if (!me.is_member) return 'gone';
          return me.can_send_messages ? 'may-write' : 'may-not-write';
        }
        if (me.status === 'creator') return 'may-write';
        const chat = await api.getChat(chatId);
        if (chat.type === 'channel') {
          return me.status === 'administrator' && me.can_post_messages ? 'may-write' : 'may-not-write';
        }
        if (me.status === 'administrator') return 'may-write';
        const muted = 'permissions' in chat && chat.permissions?.can_send_messages === false;
        return muted ? 'may-not-write' : 'may-write';
      } catch (error) {
        const gone = error instanceof GrammyError && [400, 403].includes(error.error_code);
        return gone ? 'gone' : 'unclear';
      }
    },
    clockAheadSeconds: async () => {
      const before = clock.now().getTime();
      const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
      const answer = await fetch(apiRoot, { method: 'HEAD', redirect: 'manual', signal }).catch(() => null);
      const server = Date.parse(answer?.headers.get('date') ?? '');
      // The header is cut to the second: on average it is half a second behind.
      return Number.isNaN(server) ? null : ((before + clock.now().getTime()) / 2 - server - 500) / 1000;
    },
  };
}

/** A word of the connection's failure; never its text, which names the token's address. */
function causeOf(error: unknown): string {
  const cause = error instanceof HttpError ? (error.error as { code?: unknown; type?: unknown } | null) : null;
  const word = cause?.code ?? cause?.type;
  return typeof word === 'string' ? word : '没有回答';
}
