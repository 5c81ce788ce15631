import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What one file holds instead; null leaves it out. */
export type PackOverrides = Record<string, string | Uint8Array | null>;

/** The smallest pack without problems: a file of each kind. */
export const PACK_FILES = {
  'topics.yaml': `- id: public-safety
  name: 平安与禁毒
  en: Public safety
  default: true
  faq: [人身损害与侵权, 禁毒]
`,
  'units.yaml': `- id: test-street
  kind: street
  name: 测试街道
- id: test-community
  kind: community
  name: 测试社区
  parent: test-street
`,
  'hotlines.yaml': `- number: "110"
  name: 报警
- number: "12348"
  name: 法律咨询
`,
  'holidays.yaml': `years:
  2027:
    off:
      - "2027-01-01"
      - "2027-01-02"
    work:
      - "2027-01-09"
    source: 测试用
`,
  'quizzes/drugs.yaml': `id: drugs
title: 禁毒小测
questions:
  - question: 种一棵罂粟行吗？
    options:
      - 行
      - 不行
    answer: B
    explanation: 一棵也不能种。
    citations: [{ law: 禁毒法, article: "19" }]
`,
  'observances/drug-day.md': `---
id: drug-day
ref: "0626"
title: 国际禁毒日
rule: { fixed: "06-26" }
basis: 联合国确定
responsible: 公安
topics: [平安与禁毒]
citations:
  - { law: 禁毒法, article: "62" }
written: 2026-11-23
checked: 2026-11-23
series:
  - { step: day, offset: 0, at: "09:00", lateUntil: "21:00" }
  - { step: quiz, offset: 4, at: "19:00", lateUntil: "+3d", quiz: drugs }
---
## day
**今天是国际禁毒日。**
主动去治，不罚。
`,
  'faq/tort/tort-dog.md': `---
id: tort-dog
topic: 人身损害与侵权
question: 被狗咬了找谁赔？
gist: 先打疫苗，养狗的人赔
aliases: [狗咬人, 被狗咬, 狗追着咬, 遛狗没牵绳, 狗扑倒老人, 孩子被狗抓, 流浪狗咬人, 狗主人不认账]
urgent: false
hotlines: ["110", "12348"]
citations:
  - { law: 民法典, article: "1245" }
written: 2026-11-23
checked: 2026-11-23
---
## 答
谁养的狗谁赔。

## 怎么办
1. 先去打疫苗。
2. 打 **110** 报警。

## 案例
（案例为普法编写）老张被狗咬了。

## 法条提示
故意逗狗的，可以少赔。
`,
} as const;

export type PackFileName = keyof typeof PACK_FILES;

export interface TestPack {
  /** a folder named `content` */
  dir: string;
  remove(): Promise<void>;
}

/** Writes the smallest valid pack into a folder of its own, with these files changed, added or left out. */
export async function aPack(overrides: PackOverrides = {}): Promise<TestPack> {
  const parent = await mkdtemp(path.join(tmpdir(), 'pufa-pack-'));
  const dir = path.join(parent, 'content');
  await mkdir(dir);
  for (const [name, text] of Object.entries({ ...PACK_FILES, ...overrides })) {
    if (text === null) continue;
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  return { dir, remove: () => rm(parent, { recursive: true }) };
}

/** A file of the smallest pack with one piece of its text replaced. @throws Error where the piece is not in it */
export function edited(name: PackFileName, from: string, to: string): PackOverrides {
  const text: string = PACK_FILES[name];
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${name}`);
  return { [name]: text.replace(from, () => to) };
}
