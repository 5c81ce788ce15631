#!/usr/bin/env node
// Adds to package-lock.json the optional packages of other platforms that a registry mirror lacks.
// npm leaves them out of a fresh lock when it cannot see them, and `npm ci` of npm 11 then refuses that lock.
// Run it after a dependency with prebuilt binaries was added or updated: node tools/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openbsd', 'netbsd', 'sunos', 'aix'];
const CPU = ['arm64', 'x64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key]) continue;
    const words = name.split(/[-/]/);
    const entry = { version };
    const os = OS.filter((word) => words.includes(word));
    const cpu = CPU.filter((word) => words.includes(word));
    if (os.length) entry.os = os;
    if (cpu.length) entry.cpu = cpu;
    if (os.includes('linux')) entry.libc = [words.includes('musl') ? 'musl' : 'glibc'];
    if (parent.dev) entry.dev = true;
    entry.optional = true;
    lock.packages[key] = entry;
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added ${added.join(', ')}` : 'nothing missing');
