// @ts-check
import { html, render } from '/vendor/htm-preact.js';
import { App } from './app.js';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app element');
root.replaceChildren();
render(html`<${App} />`, root);
