import { StartError } from './start-error.js';

const REASONS: Record<string, string> = {
  EADDRINUSE: '已经被别的程序占用：请停掉那个程序，或者用 PORT 换一个端口',
  EACCES: '没有权限使用：请用 PORT 换一个 1024 以上的端口',
  EADDRNOTAVAIL: '不是这台机器的地址：请改 HOST，例如 127.0.0.1 或 0.0.0.0',
  ENOTFOUND: '找不到这个地址：请改 HOST，例如 127.0.0.1 或 0.0.0.0',
};

/** What the operator reads when HOST:PORT cannot be had; any other error stays what it is. */
export function noAddress(error: unknown, host: string, port: number): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason ? new StartError(`${host}:${port} ${reason}。`, 1, { cause: error }) : error;
}
