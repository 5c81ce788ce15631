import { type ChildProcess, spawn } from 'node:child_process';

/** A run of the `pufa` command from source, in a process of its own. */
export interface CommandRun {
  /** Resolves when a line with these words has come out. @throws Error with all output when it ended before */
  said(words: string): Promise<void>;
  /** @returns the exit code, and how long the end took from here */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
  /** Resolves with the exit code and everything that was printed. */
  finished(): Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** @param env the settings; nothing else of this process's environment but PATH and HOME */
export function aCommand(args: string[], env: Record<string, string>): CommandRun {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => stdout.includes(words) && resolve();
        child.stdout?.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`ended with ${code}: ${stdout}${stderr}`)));
      }),
    end: async (signal) => {
      const startedMs = performance.now();
      child.kill(signal);
      const code = await ended;
      return { code, ms: performance.now() - startedMs };
    },
    finished: async () => ({ code: await ended, stdout, stderr }),
  };
}
