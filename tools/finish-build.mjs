#!/usr/bin/env node
// What the compiler leaves to do: copy the files it does not know, and make the command executable.
import { chmodSync, cpSync, statSync } from 'node:fs';

cpSync('src/sandbox/page', 'dist/sandbox/page', {
  recursive: true,
  filter: (file) => statSync(file).isDirectory() || /\.(js|css|html|svg)$/.test(file),
});
chmodSync('dist/cli.js', 0o755);
