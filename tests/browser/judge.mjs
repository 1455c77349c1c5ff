// Opens pages in a real browser and prints, as JSON, all that is wrong with them: what they say on the console, what they
// ask for besides themselves, what breaks a rule of accessibility, what is wider than the window; then prints them to PDF.
// Usage: node judge.mjs CHROMIUM FOLDER PAGE…; the PDF goes into the folder, and pictures too if PICTURES is set.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, folder, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const wrong = [];
let judged = 0;

// a folder of its own for the browser comes with every launch
const browser = await chromium.launch({ executablePath, args });
for (const file of pages) {
  const address = pathToFileURL(file).href;
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      const where = `${basename(file)}, ${width} px, ${colorScheme}`;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      page.on('console', (message) => wrong.push(`${where}: console: ${message.text()}`));
      page.on('pageerror', (error) => wrong.push(`${where}: error: ${error}`));
      page.on('request', (request) => {
        if (request.url() !== address) wrong.push(`${where}: request: ${request.url()}`);
      });
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) wrong.push(`${where}: ${wide} px too wide`);
      if (process.env.PICTURES) {
        await page.screenshot({ path: join(folder, `${basename(file)}-${width}-${colorScheme}.png`), fullPage: true });
      }
      if (colorScheme === 'light' && width === 1280) {
        await page.pdf({ path: join(folder, `${basename(file)}.pdf`), preferCSSPageSize: true, printBackground: true });
      }
      await context.close();

      // the page forbids scripts; its rules are judged with that put aside
      const open = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const bare = await open.newPage();
      await bare.goto(address);
      // what is folded away is judged as well
      await bare.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
      const spread = await bare.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (spread > 0) wrong.push(`${where}, unfolded: ${spread} px too wide`);
      await bare.evaluate(axe);
      const found = await bare.evaluate(() => axe.run());
      for (const rule of found.violations) {
        wrong.push(`${where}: ${rule.id}: ${rule.nodes.length} times, ${rule.nodes[0].html.slice(0, 200)}`);
      }
      judged += found.passes.length;
      await open.close();
    }
  }
}
await browser.close();
console.log(JSON.stringify({ wrong, judged }));
