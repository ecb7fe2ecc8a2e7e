// Builds viewer.html: one page with its styles, its script and the hashes that its policy allows.
//
// The page keeps three marks, which src/export/html.rs fills: %TITLE%, %GRAPH% and %PAGE%.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "viewer.html");
const bundled = async (entry) => {
  const result = await build({
    entryPoints: [join(here, entry)], bundle: true, minify: true, write: false, metafile: true, outdir: "out",
    target: ["es2022", "chrome109", "firefox115", "safari16"], charset: "utf8", legalComments: "none", absWorkingDir: here,
  });
  return { text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs) };
};

// Every bundled package with its licence, in the page itself.
function licences(inputs) {
  const names = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((file) => join(folder, file)).find(existsSync);
    if (!file) throw new Error(`${name} comes without a licence`);
    return `${name} ${version} (${license})\n${readFileSync(file, "utf8").trim()}`;
  });
}

// The policy compares the hash of what stands between the tags, byte for byte.
const hash = (text) => createHash("sha256").update(text, "utf8").digest("base64");

const script = await bundled("main.ts");
const style = await bundled("style/all.css");
const notice = ["whom's viewer, MIT or Apache-2.0. Bundled:", ...licences(script.inputs)].join("\n\n");
if (/\*\/|<\/script/i.test(notice) || /<\/(script|style)/i.test(script.text + style.text)) throw new Error("text that ends its own element");
const code = `/*\n${notice}\n*/\n${script.text}`;
const parts = { "SCRIPT-HASH": hash(code), "STYLE-HASH": hash(style.text), STYLE: style.text, SCRIPT: code };
const page = readFileSync(join(here, "page.html"), "utf8").replace(/%(SCRIPT-HASH|STYLE-HASH|STYLE|SCRIPT)%/g, (_, part) => parts[part]);
for (const mark of ["TITLE", "GRAPH", "PAGE"]) {
  if (page.split(`%${mark}%`).length !== 2) throw new Error(`%${mark}% must stand in the page once`);
}
writeFileSync(out, page);
console.log(`${out}: ${Math.round(Buffer.byteLength(page) / 1024)} KiB, of which script ${Math.round(code.length / 1024)} KiB`);
