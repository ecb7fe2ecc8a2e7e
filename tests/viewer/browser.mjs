// A browser with whom's page in it, and what a test asks of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WHOM = process.env.WHOM ?? "whom";
const FLAGS = [
  "--no-sandbox", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
export const scratch = mkdtempSync(join(tmpdir(), "whom-viewer-"));

export function whom(...args) {
  return execFileSync(WHOM, args, { encoding: "utf8", maxBuffer: 1 << 28 });
}

// Returns the path of a graph's page.
export function pageOf(graph, name) {
  const [json, html] = [join(scratch, `${name}.json`), join(scratch, `${name}.html`)];
  writeFileSync(json, typeof graph === "string" ? graph : JSON.stringify(graph));
  try {
    whom("export", "-g", json, "-o", html);
  } catch (error) {
    // A graph without ties is written too; "nothing found" is the exit code 1.
    if (error.status !== 1) throw error;
  }
  return html;
}

export function browser(flags = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
}

// Opens a page and keeps an eye on it: `check` fails where it complained or asked for anything.
export async function open(browser, file, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" ? complaints.push(message.text()) : null);
  page.on("pageerror", (error) => complaints.push(error.stack));
  page.on("dialog", (dialog) => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  const url = pathToFileURL(file).href;
  page.on("request", (request) => request.url().split("#")[0] === url ? null : requests.push(request.url()));
  await page.goto(url + hash);
  await page.waitForSelector("#ready", { state: "attached" });
  return {
    page,
    async check() {
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((url) => !/^(data|blob):/.test(url)), []);
      await context.close();
    },
    shown: () => page.evaluate(() => document.querySelector("#over").whom.shown()),
    tie: (key) => page.evaluate((key) => document.querySelector("#over").whom.tie(key), key),
    actor: (id) => page.evaluate((id) => document.querySelector("#over").whom.actor(id), id),
    labels: () => page.evaluate(() => document.querySelector("#over").whom.labels()),
    evidence: () => page.textContent("#evidence"),
    // A number for what both canvases show, and how many colours it has.
    async drawing() {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return page.evaluate(() => ["base", "over"].map((id) => {
        const canvas = document.getElementById(id);
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set();
        let sum = 7;
        for (let i = 0; i < data.length; i += 4) {
          const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
          colours.add(colour);
          sum = (Math.imul(sum, 31) + colour + data[i + 3]) | 0;
        }
        return { sum, colours: colours.size };
      }));
    },
    // Clicks into the drawing, in its own pixels.
    async click({ x, y }) {
      const box = await page.locator("#over").boundingBox();
      await page.mouse.click(box.x + x, box.y + y);
    },
  };
}

export function middle(tie) {
  return { x: (tie.x0 + 2 * tie.cx + tie.x1) / 4, y: (tie.y0 + 2 * tie.cy + tie.y1) / 4 };
}

export function graphIn(file) {
  const [, json] = /id="graph">([^]*?)<\/script>/.exec(readFileSync(file, "utf8"));
  return JSON.parse(json);
}
