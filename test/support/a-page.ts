import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { TestHouse } from './a-house.js';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const SCREENSHOTS = path.resolve('test/browser/screenshots');

/** False where there is no browser: then the browser tests are skipped, and say so. */
export function hasBrowser(): boolean {
  if (existsSync(CHROMIUM)) return true;
  console.log(`browser test skipped: no browser at ${CHROMIUM} (set CHROMIUM_PATH)`);
  return false;
}

/** The sandbox's page in a real browser, and what a person does on it. */
export interface SandboxPage {
  page: Page;
  byId(id: string): Locator;
  messages(): Locator;
  /** Becomes a person and opens a chat: the private one, or a group by its title. */
  be(who: string, group?: string): Promise<void>;
  say(text: string): Promise<void>;
  /** The newest button with this label in the open chat. */
  press(label: string | RegExp): Promise<void>;
  /** Waits until the open chat shows it. */
  see(text: string | RegExp): Promise<void>;
  attach(file: { name: string; mimeType: string; buffer: Buffer }, kind: 'photo' | 'voice' | 'document'): Promise<void>;
  shot(name: string): Promise<Buffer>;
  close(): Promise<void>;
}

export async function aPage(house: () => TestHouse): Promise<SandboxPage> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page.setDefaultTimeout(10_000);
  await page.goto(house().sandbox.url);
  const byId = (id: string) => page.getByTestId(id);
  const messages = () => byId('messages');
  const personId = (name: string) =>
    house()
      .sandbox.world.people()
      .find((person) => person.name === name)?.id ?? 0;
  const groupId = (title: string) =>
    house()
      .sandbox.world.chats()
      .find((chat) => chat.title === title)?.id ?? 0;
  return {
    page,
    byId,
    messages,
    be: async (who, group) => {
      await byId(`person-${personId(who)}`).click();
      await byId(`chat-${group === undefined ? personId(who) : groupId(group)}`).click();
    },
    say: async (text) => {
      await byId('send-input').fill(text);
      await byId('send-button').click();
    },
    press: (label) => messages().getByRole('button', { name: label }).last().click(),
    see: (text) => messages().getByText(text).last().waitFor(),
    attach: async (file, kind) => {
      await byId('file-input').setInputFiles(file);
      await byId('attachment-kind').selectOption(kind);
    },
    shot: (name) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) }),
    close: () => browser.close(),
  };
}
