// What a reader does with the page, in a browser with its default flags and in one without 3D.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browser, graphIn, middle, open, pageOf, scratch, whom } from "./browser.mjs";

const examples = join(scratch, "examples.html");
whom("read", "examples", "-o", examples);
const graph = graphIn(examples);
const keyOf = (edge) => [edge.source, edge.relation, edge.target].join(" ");
const claimOf = (id) => graph.claims.find((claim) => claim.id === id);

const FLAGS = [[], ["--disable-3d-apis"]];

for (const flags of FLAGS) {
  describe(`with ${flags.join(" ") || "default flags"}`, () => {
    let chromium;
    before(async () => (chromium = await browser(flags)));
    after(() => chromium.close());
    const opened = (options) => open(chromium, examples, options);

    test("the page draws, complains of nothing and asks for nothing", async () => {
      const reader = await opened();
      const [base] = await reader.drawing();
      assert.ok(base.colours > 50, `${base.colours} colours`);
      const shown = await reader.shown();
      assert.equal(shown.ties.length, graph.edges.length);
      await reader.check();
    });

    test("a click on a tie opens its sentence with its parts marked", async () => {
      const reader = await opened();
      let clicked = 0;
      for (const edge of graph.edges.filter((edge) => edge.count === 1 && edge.source !== edge.target)) {
        const tie = await reader.tie(keyOf(edge));
        if (tie.bundled > 1 || Math.hypot(tie.x1 - tie.x0, tie.y1 - tie.y0) < 10) continue;
        await reader.click(middle(tie));
        const claim = claimOf(edge.claims[0]);
        const quote = await reader.page.textContent("#evidence blockquote");
        // Another line may cross here and lie nearer; it must then be another tie's evidence.
        if (quote !== `“${claim.evidence}”`) continue;
        const [start, end] = claim.spans.trigger.map((at) => at - claim.spans.sentence[0]);
        const trigger = Array.from(claim.evidence).slice(start, end).join("");
        const marked = await reader.page.locator("#evidence article").first().locator("mark.trigger").allTextContents();
        assert.equal(marked.join(""), trigger);
        assert.match(await reader.evidence(), new RegExp(claim.status));
        if (++clicked === 5) break;
      }
      assert.equal(clicked, 5);
      await reader.check();
    });

    test("switches of the legend filter, undo brings back, and the address keeps it all", async () => {
      const reader = await opened();
      const before = await reader.drawing();
      await reader.page.click('[data-key="relations-reports"]');
      const left = (await reader.shown()).ties;
      assert.deepEqual(left, graph.edges.filter((edge) => edge.relation !== "reports").map(keyOf));
      const filtered = await reader.drawing();
      assert.notEqual(filtered[0].sum, before[0].sum);
      await reader.page.waitForFunction(() => location.hash.includes("relations=reports"));
      const again = await opened({ hash: new URL(reader.page.url()).hash });
      assert.deepEqual((await again.shown()).ties, left);
      await again.check();
      await reader.page.keyboard.press("Control+z");
      assert.equal((await reader.shown()).ties.length, graph.edges.length);
      await reader.page.keyboard.press("Control+Shift+Z");
      assert.deepEqual((await reader.shown()).ties, left);
      await reader.check();
    });

    test("a path is drawn alone and told with its sentences", async () => {
      const reader = await opened();
      const before = await reader.drawing();
      await reader.page.click("text=Path");
      await reader.page.keyboard.type("ofosu");
      await reader.page.keyboard.press("Enter");
      await reader.page.keyboard.type("togo");
      await reader.page.keyboard.press("Enter");
      const told = await reader.page.locator("#evidence .steps li").allTextContents();
      assert.equal(told.length, 2);
      assert.match(told[0], /Kwabena Ofosu-Darko part of Ghana.*Ghana's transport minister/s);
      assert.match(told[1], /Ghana agrees Togo.*sign port agreement/s);
      const { actors } = await reader.shown();
      assert.ok(actors.length < 10 && actors.includes("country/GH") && actors.includes("country/TG"));
      assert.notEqual((await reader.drawing())[0].sum, before[0].sum);
      await reader.page.click("text=Show everything again");
      assert.equal((await reader.shown()).ties.length, graph.edges.length);
      await reader.check();
    });
  });
}

for (const flags of FLAGS) describe(`everything else with ${flags.join(" ") || "default flags"}`, () => {
  let chromium;
  before(async () => (chromium = await browser(flags)));
  after(() => chromium.close());
  const opened = (options) => open(chromium, examples, options);
  const choose = (reader, key, value) => reader.page.selectOption(`[data-key="${key}"]`, value);

  test("filters by status, speaker, outlet, sources, kind and time leave what passes", async () => {
    const reader = await opened();
    const claims = (keys) => graph.edges.filter((edge) => keys.includes(keyOf(edge))).flatMap((edge) => edge.claims.map(claimOf));
    const clear = () => reader.page.click('[data-key="clear"]');
    const ties = async () => (await reader.shown()).ties;
    for (const status of ["actual", "possible", "denied"]) await reader.page.click(`[data-key="status-${status}"]`);
    const planned = await ties();
    assert.ok(planned.length > 0 && planned.every((key) => claims([key]).some((claim) => claim.status === "planned")));
    await clear();
    const speaker = graph.claims.find((claim) => claim.attributed_to.length > 0).attributed_to[0];
    await choose(reader, "speaker", speaker);
    assert.deepEqual(await ties(), graph.edges.filter((edge) => claims([keyOf(edge)]).some((claim) => claim.attributed_to[0] === speaker)).map(keyOf));
    await clear();
    const outlet = graph.documents.find((document) => document.outlet).outlet;
    await choose(reader, "outlet", outlet);
    const of = new Map(graph.documents.map((document) => [document.id, document.outlet]));
    assert.ok(claims(await ties()).every((claim) => of.get(claim.document) === outlet) && (await ties()).length > 0);
    await clear();
    await reader.page.fill('[data-key="min-sources"]', "2");
    await reader.page.keyboard.press("Tab");
    assert.deepEqual(await ties(), graph.edges.filter((edge) => edge.sources >= 2).map(keyOf));
    await clear();
    await reader.page.hover('[data-key="kinds-country"]');
    await reader.page.click('[data-key="only-kinds-country"]');
    assert.ok((await reader.shown()).actors.every((id) => id.startsWith("country/")));
    await clear();
    const from = reader.page.locator("#time input").first();
    await from.focus();
    await reader.page.keyboard.press("ArrowRight");
    const days = graph.claims.map((claim) => claim.date ?? graph.documents.find((d) => d.id === claim.document).date).sort();
    assert.ok((await ties()).length < graph.edges.length);
    assert.ok(claims(await ties()).some((claim) => claim.date > days[0]));
    await reader.check();
  });

  test("keys walk along ties, open evidence, search and go back", async () => {
    const reader = await opened();
    const { page } = reader;
    const selected = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get("actor"));
    const settled = (id) => page.waitForFunction((id) => new URLSearchParams(location.hash.slice(1)).get("actor") !== id, id);
    await page.keyboard.press("/");
    await page.keyboard.type("ghana");
    await page.keyboard.press("Enter");
    await settled(null);
    assert.equal(await selected(), "country/GH");
    assert.equal(await page.evaluate(() => document.activeElement.id), "over");
    const neighbours = graph.edges.filter((edge) => [edge.source, edge.target].includes("country/GH")).flatMap((edge) => [edge.source, edge.target]);
    let walked = "country/GH";
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(320);
      walked = await selected();
      if (walked !== "country/GH") break;
    }
    assert.ok(walked !== "country/GH" && neighbours.includes(walked), walked);
    const name = graph.nodes.find((node) => node.id === walked).name;
    assert.match(await page.textContent("#announcer"), new RegExp(name.slice(0, 8)));
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
    assert.match(await page.textContent("#evidence h2"), new RegExp(name.slice(0, 8)));
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "over");
    await page.waitForFunction(() => !location.hash.includes("actor="));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("n");
    await page.waitForFunction(() => location.hash.includes("tie="));
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("#evidence blockquote").count() > 0);
    // Every part is reached by the Tab key.
    const reached = new Set();
    await page.keyboard.press("Escape");
    for (let i = 0; i < 140; i++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement.closest("#tools, #side, #stage, #time, #evidence, #search")?.id));
    }
    for (const part of ["tools", "side", "stage", "time", "evidence", "search"]) assert.ok(reached.has(part), part);
    await reader.check();
  });

  test("actors are dragged, hidden, pinned, and their neighbourhood shown", async () => {
    const reader = await opened();
    const { page } = reader;
    const spot = await reader.actor("country/GH");
    const box = await page.locator("#over").boundingBox();
    await page.mouse.move(box.x + spot.x, box.y + spot.y);
    await page.mouse.down();
    await page.mouse.move(box.x + spot.x + 60, box.y + spot.y - 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(250);
    const moved = await reader.actor("country/GH");
    assert.ok(Math.abs(moved.x - spot.x - 60) < 3 && Math.abs(moved.y - spot.y + 40) < 3, JSON.stringify([spot, moved]));
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(250);
    assert.ok(Math.abs((await reader.actor("country/GH")).x - spot.x) < 1);
    await reader.click(await reader.actor("country/GH"));
    await page.click('[aria-label="Neighbourhood up to 1 step"]');
    const near = (await reader.shown()).actors;
    const expected = new Set(graph.edges.filter((e) => [e.source, e.target].includes("country/GH")).flatMap((e) => [e.source, e.target]));
    assert.deepEqual(new Set(near), expected);
    await page.click('[aria-label="Neighbourhood up to 2 steps"]');
    assert.ok((await reader.shown()).actors.length > near.length);
    await page.click("#evidence >> text=Pin");
    await page.click("text=Show everything again");
    await page.click('[data-key="kinds-country"]');
    assert.ok((await reader.shown()).actors.includes("country/GH"));
    assert.ok(!(await reader.shown()).actors.includes("country/TG"));
    await page.click("#evidence >> text=Hide");
    assert.ok(!(await reader.shown()).actors.includes("country/GH"));
    await page.click("text=Bring back 1 hidden actor");
    await reader.check();
  });

  test("a sentence is copied as a citation", async () => {
    const edge = graph.edges.find((edge) => edge.count === 1);
    const reader = await opened({ hash: `#tie=${encodeURIComponent(keyOf(edge))}`, permissions: ["clipboard-read", "clipboard-write"] });
    await reader.page.click("text=Copy as citation");
    await reader.page.waitForSelector("text=Copied");
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    const claim = claimOf(edge.claims[0]);
    const { outlet, name } = graph.documents.find((document) => document.id === claim.document);
    assert.ok(copied.startsWith(`“${claim.evidence.trim()}” ${outlet ?? name}`), copied);
    assert.ok(copied.includes(claim.status));
    await reader.check();
  });

  test("the table has the ties on screen and leads to their evidence", async () => {
    const reader = await opened();
    await reader.page.keyboard.press("t");
    assert.equal(await reader.page.locator("#table tbody tr").count(), graph.edges.length);
    await reader.page.click('[data-key="certainties-stated"]');
    const words = await reader.page.locator("#table tbody .certainty").allTextContents();
    assert.ok(words.length > 0 && !words.includes("stated"));
    await reader.page.locator("#table tbody tr").first().locator("td button").first().click();
    assert.ok(await reader.page.locator("#evidence blockquote").count() > 0);
    await reader.check();
  });

  test("what is on screen is saved as SVG, PNG and JSON", async () => {
    const reader = await opened({ hash: "#relations=reports" });
    const saved = async (label) => {
      await reader.page.click("#tools >> text=Save");
      const [download] = await Promise.all([reader.page.waitForEvent("download"), reader.page.click(`text=${label}`)]);
      return readFileSync(await download.path());
    };
    const png = await saved("Picture, PNG");
    assert.equal(png.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
    assert.ok(png.length > 20_000);
    const svg = (await saved("Picture, SVG")).toString();
    const parsed = await reader.page.evaluate((svg) => {
      const document = new DOMParser().parseFromString(svg, "image/svg+xml");
      return { broken: document.querySelectorAll("parsererror").length, words: document.documentElement.textContent };
    }, svg);
    assert.equal(parsed.broken, 0);
    assert.ok(parsed.words.includes("World Rowing"), "the leading name");
    const json = join(scratch, "saved.json");
    writeFileSync(json, await saved("Graph, JSON"));
    const back = JSON.parse(whom("export", "-g", json, "-f", "json"));
    const { ties } = await reader.shown();
    assert.deepEqual(back.edges.map(keyOf).sort(), [...ties].sort());
    await reader.check();
  });

  test("names do not lie on each other", async () => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 420, height: 800 }]) {
      const reader = await opened({ viewport });
      const labels = await reader.labels();
      assert.ok(labels.length > 5);
      for (const [i, a] of labels.entries()) {
        for (const b of labels.slice(i + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          assert.ok(apart, `${a.name} and ${b.name}`);
        }
      }
      await reader.check();
    }
  });

  test("parallel ties are bundled when far and fanned out when near", async () => {
    const reader = await opened();
    const pairs = Map.groupBy ? Map.groupBy(graph.edges, (e) => [e.source, e.target].sort().join()) : new Map();
    if (pairs.size === 0) for (const e of graph.edges) {
      const key = [e.source, e.target].sort().join();
      pairs.set(key, [...(pairs.get(key) ?? []), e]);
    }
    const parallel = [...pairs.values()].filter((edges) => edges.length > 1 && edges[0].source !== edges[0].target);
    const bundled = [];
    for (const [edge] of parallel) if ((await reader.tie(keyOf(edge))).bundled > 1) bundled.push(edge);
    assert.ok(bundled.length > 0);
    const [edge] = bundled;
    const at = middle(await reader.tie(keyOf(edge)));
    await reader.click(at);
    assert.ok(await reader.page.locator("#evidence section.tie").count() > 1);
    const box = await reader.page.locator("#over").boundingBox();
    await reader.page.mouse.move(box.x + at.x, box.y + at.y);
    for (let i = 0; i < 14; i++) await reader.page.mouse.wheel(0, -160);
    await reader.page.waitForTimeout(400);
    assert.equal((await reader.tie(keyOf(edge))).bundled, 1);
    await reader.check();
  });

  test("hostile names and sentences stay text", async () => {
    const evil = `</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">"'&`;
    const hostile = structuredClone(graph);
    const [claim] = hostile.claims;
    const document = hostile.documents.find((d) => d.id === claim.document);
    for (const actor of document.actors) if (actor.id === claim.source) Object.assign(actor, { name: evil, aliases: [evil] });
    claim.evidence = evil.repeat(2);
    Object.assign(document, { title: evil, outlet: evil, url: "javascript:window.hacked=1" });
    const file = pageOf(hostile, "hostile");
    const reader = await open(chromium, file, { hash: `#actor=${encodeURIComponent(claim.source)}` });
    assert.ok((await reader.evidence()).includes(evil));
    await reader.page.keyboard.press("t");
    assert.ok((await reader.page.textContent("#table")).includes(evil));
    assert.equal(await reader.page.locator("img").count(), 0);
    assert.equal(await reader.page.locator('a[href^="javascript"]').count(), 0);
    assert.equal(await reader.page.evaluate(() => window.hacked), undefined);
    await reader.check();
  });

  test("an empty graph, one actor and a tie to itself", async () => {
    const empty = { ...graph, nodes: [], edges: [], claims: [], documents: [] };
    let reader = await open(chromium, pageOf(empty, "empty"));
    assert.match(await reader.page.textContent("#empty"), /empty/);
    await reader.check();
    const document = { ...graph.documents[0], actors: graph.documents[0].actors.slice(0, 1) };
    reader = await open(chromium, pageOf({ ...empty, documents: [document] }, "one"));
    assert.equal((await reader.shown()).actors.length, 1);
    assert.ok((await reader.drawing())[0].colours > 2);
    await reader.check();
    const first = graph.claims.find((claim) => claim.document === graph.documents[0].id);
    const loop = { ...first, target: first.source, relation: "praises", attributed_to: [] };
    reader = await open(chromium, pageOf({ ...empty, documents: [graph.documents[0]], claims: [loop] }, "loop"));
    const tie = await reader.tie([loop.source, "praises", loop.source].join(" "));
    assert.ok(tie.loop);
    await reader.click({ x: (tie.x0 + tie.x1) / 2, y: tie.cy * 0.75 + tie.y0 * 0.25 });
    assert.ok((await reader.evidence()).includes(loop.evidence));
    await reader.check();
  });

  test("axe finds nothing serious, in any state, by day and by night", async () => {
    const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
    const states = [
      { hash: "" },
      { hash: "#actor=country%2FGH" },
      { hash: `#path=${encodeURIComponent("0|official/kwabena-ofosu-darko|country/TG")}`, colorScheme: "dark" },
      { hash: "", keys: ["t"], colorScheme: "dark" },
      { hash: "", keys: ["?"] },
      { hash: "#actor=country%2FGH", viewport: { width: 400, height: 780 } },
    ];
    for (const { keys = [], ...state } of states) {
      const reader = await opened(state);
      for (const key of keys) await reader.page.keyboard.press(key);
      await reader.page.evaluate(axe);
      const { violations } = await reader.page.evaluate(() => window.axe.run());
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)]), [], JSON.stringify(state));
      await reader.check();
    }
  });

  test("night, a small window and paper have their own looks", async () => {
    const paper = async (options, media) => {
      const reader = await opened(options);
      if (media) {
        await reader.page.emulateMedia({ media });
        // The page hears of paper before the next frame, and is drawn anew in it.
        await reader.page.waitForFunction(() =>
          document.getElementById("base").getContext("2d").getImageData(2, 2, 1, 1).data[0] === 255, null, { timeout: 10_000 });
      }
      const colour = await reader.page.evaluate(() => {
        const { data } = document.getElementById("base").getContext("2d").getImageData(2, 2, 1, 1);
        return [...data].slice(0, 3);
      });
      const seen = await reader.page.evaluate(() => Object.fromEntries(["side", "tools", "base"].map((id) =>
        [id, getComputedStyle(document.getElementById(id)).display !== "none"])));
      await reader.check();
      return { colour, seen };
    };
    assert.deepEqual((await paper({})).colour, [255, 255, 255]);
    assert.ok((await paper({ colorScheme: "dark" })).colour.every((part) => part < 60));
    assert.equal((await paper({ viewport: { width: 400, height: 780 } })).seen.side, false);
    const printed = await paper({ colorScheme: "dark" }, "print");
    assert.deepEqual(printed.colour, [255, 255, 255]);
    assert.deepEqual(printed.seen, { side: true, tools: false, base: true });
  });
});
