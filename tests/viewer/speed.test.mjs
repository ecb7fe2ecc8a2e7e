// How soon a large graph is on screen, beside cytoscape.js with the same graph in the same run.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browser, graphIn, open, pageOf, scratch } from "./browser.mjs";
import { invent } from "./invent.mjs";

const ROUNDS = 3;
let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

// The same graph in cytoscape.js: names, arrows, dashes, and whom's places.
function cytoscapePage(file) {
  const [, page] = /id="page">([^]*?)<\/script>/.exec(readFileSync(file, "utf8"));
  const { places } = JSON.parse(page);
  const { nodes, edges } = graphIn(file);
  const elements = [
    ...nodes.map((node, i) => ({ data: { id: node.id, name: node.name }, position: { x: places[i][0], y: places[i][1] } })),
    ...edges.map((edge, i) => ({ data: { id: `e${i}`, source: edge.source, target: edge.target, certainty: edge.certainty } })),
  ];
  const library = readFileSync(new URL("cytoscape.min.js", import.meta.resolve("cytoscape")), "utf8");
  const html = `<!doctype html><meta charset="utf-8"><style>#c{position:absolute;inset:0}</style><div id="c"></div>
<script type="application/json" id="g">${JSON.stringify(elements).replaceAll("<", "\\u003c")}</script><script>${library}</script>
<script>
const cy = cytoscape({ container: document.getElementById("c"), elements: JSON.parse(document.getElementById("g").textContent), layout: { name: "preset" }, style: [
  { selector: "node", style: { label: "data(name)", "font-size": 12, width: 18, height: 18 } },
  { selector: "edge", style: { width: 1.4, "curve-style": "bezier", "target-arrow-shape": "triangle" } },
  { selector: "edge[certainty != 'stated']", style: { "line-style": "dashed" } },
] });
cy.one("render", () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); })));
</script>`;
  const out = join(scratch, "cytoscape.html");
  writeFileSync(out, html);
  return out;
}

async function firstFrame(url) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  // The first frame with something on the canvas, counted from the start of the navigation.
  await page.goto(url);
  await page.waitForFunction(() => window.drawn !== undefined || document.querySelector("#over")?.whom?.drawn !== undefined, null, { timeout: 120_000 });
  const time = await page.evaluate(() => window.drawn ?? document.querySelector("#over").whom.drawn);
  await context.close();
  return time;
}

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

test("1,000 actors and 3,000 ties are there in half of cytoscape.js's time", { timeout: 300_000 }, async (t) => {
  const file = pageOf(invent(1000, 3000), "large");
  const [ours, theirs] = [`${pathToFileURL(file)}#all=1`, `${pathToFileURL(cytoscapePage(file))}`];
  const times = { whom: [], cytoscape: [] };
  for (let i = 0; i < ROUNDS; i++) {
    times.whom.push(await firstFrame(ours));
    times.cytoscape.push(await firstFrame(theirs));
  }
  const [own, other] = [median(times.whom), median(times.cytoscape)];
  t.diagnostic(`first frame: whom ${Math.round(own)} ms, cytoscape.js ${Math.round(other)} ms`);
  assert.ok(own <= other / 2, JSON.stringify(times));
});

test("5,000 actors and 15,000 ties can be used", { timeout: 300_000 }, async (t) => {
  const reader = await open(chromium, pageOf(invent(5000, 15_000), "huge"));
  const { page } = reader;
  const first = (await reader.shown()).actors.length;
  assert.ok(first > 100 && first <= 150, String(first));
  const timed = (work) => page.evaluate(work);
  const all = await timed(async () => {
    const start = performance.now();
    [...document.querySelectorAll("#status button")].find((b) => /Show all/.test(b.textContent)).click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  });
  assert.equal((await reader.shown()).actors.length, 5000);
  const frame = await timed(async () => {
    const over = document.getElementById("over");
    const start = performance.now();
    for (let i = 0; i < 5; i++) {
      over.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, clientX: 600, clientY: 400, bubbles: true, cancelable: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    return (performance.now() - start) / 5;
  });
  t.diagnostic(`5,000 / 15,000: all drawn in ${Math.round(all)} ms, ${Math.round(frame)} ms a frame while zooming`);
  assert.ok(all < 10_000 && frame < 2_000, `${all} ${frame}`);
  await reader.check();
});
