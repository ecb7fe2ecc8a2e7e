// Reads what Node and the browser read; leaves what it found beside each file for compare.py.
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import cytoscape from "cytoscape";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import puppeteer from "puppeteer-core";

const folder = process.argv[2];
const bases = readdirSync(folder).filter(f => f.endsWith(".json")).map(f => `${folder}/${f.slice(0, -5)}`);
const read = file => readFileSync(file, "utf8");
const lines = text => (text ?? "").split("\n");

// One tie: source, target, relation, certainty, sources, claims, statuses, sentences.
const flat = (source, target, a) => [source, target, a.relation, a.certainty, Number(a.sources), Number(a.claims),
    lines(a.statuses), lines(a.evidence)];

for (const base of bases) {
    const found = {};
    const g = gexf.parse(Graph, read(`${base}.gexf`), { allowUndeclaredAttributes: true });
    found["graphology-gexf"] = { actors: g.order, ties: g.mapEdges((e, a, s, t) => flat(s, t, a)) };
    const m = graphml.parse(Graph, read(`${base}.graphml`), { addMissingNodes: false });
    found["graphology-graphml"] = { actors: m.order, ties: m.mapEdges((e, a, s, t) => flat(s, t, a)) };
    const c = cytoscape({ headless: true, ...JSON.parse(read(`${base}.cytoscape`)) });
    found["cytoscape"] = {
        actors: c.nodes().length,
        ties: c.edges().map(e => e.data()).map(d => [d.source, d.target, d.relation, d.certainty, d.sources, d.count,
            d.claims.map(x => x.status), d.claims.map(x => x.evidence)]),
    };
    writeFileSync(`${base}.node-back`, JSON.stringify(found));
}

const chromium = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(f => f && existsSync(f));
if (chromium) {
    const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });
    const page = await browser.newPage();
    const mermaid = new URL("./node_modules/mermaid/dist/mermaid.min.js", import.meta.url).pathname;
    await page.addScriptTag({ path: mermaid });
    await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false, securityLevel: "strict" }));
    for (const base of bases) {
        const found = {};
        const chart = file => page.evaluate(async text => {
            await globalThis.mermaid.parse(text);
            const { svg } = await globalThis.mermaid.render("chart", text);
            const box = document.createElement("div");
            box.innerHTML = svg;
            return {
                nodes: box.querySelectorAll("g.node").length,
                edges: box.querySelectorAll("path.flowchart-link").length,
                labels: [...box.querySelectorAll("g.edgeLabels .edgeLabel p")].map(l => l.textContent),
                scripts: box.querySelectorAll("script").length,
            };
        }, read(file));
        found.mermaid = await chart(`${base}.mermaid`);
        if (existsSync(`${base}.path-mermaid`)) found.path = await chart(`${base}.path-mermaid`);
        // A picture: whether words lie on words or outside of the page, and whether anything runs.
        const canvas = await browser.newPage();
        let alerts = 0;
        canvas.on("dialog", dialog => { alerts += 1; dialog.dismiss(); });
        await canvas.goto(`file://${base}.svg`);
        found.svg = await canvas.evaluate(() => {
            const root = document.documentElement;
            const page = root.getBoundingClientRect();
            const words = [...root.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
            const overlaps = [];
            words.forEach(([a, p], i) => words.slice(i + 1).forEach(([b, q]) => {
                const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
                const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
                // Boxes hold room above and below the letters; lines of one name may share that.
                if (x > 1 && y > 3) overlaps.push([a, b]);
            }));
            const cut = words.filter(([, r]) => r.left < page.left || r.right > page.right || r.top < page.top
                || r.bottom > page.bottom).map(([t]) => t);
            return { overlaps, cut, words: words.length, scripts: root.querySelectorAll("script").length };
        });
        found.svg.alerts = alerts;
        await canvas.close();
        writeFileSync(`${base}.browser-back`, JSON.stringify(found));
    }
    await browser.close();
}
