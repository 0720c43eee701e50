// Draws Mermaid texts with Mermaid itself, as a page would:
//   node mermaid.mjs CHROMIUM FILE...
// and prints JSON for each file: { error, nodes, groups, arrows, labels, words, links, handlers,
// requests, ran }, and writes FILE.png. `words` are the texts of nodes as they are seen.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const library = fileURLToPath(new URL("node_modules/mermaid/dist/mermaid.min.js", import.meta.url));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const found = {};

for (const file of files) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => { requests.push("dialog"); dialog.dismiss(); });
  await page.setContent("<!doctype html><div id='out'></div>");
  await page.addScriptTag({ path: library });
  const text = await readFile(file, "utf8");
  found[file] = await page.evaluate(async (text) => {
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 10000 });
    let error = "";
    try {
      const drawn = await mermaid.render("drawn", text);
      document.querySelector("#out").innerHTML = drawn.svg;
    } catch (reason) {
      error = String(reason);
    }
    const all = (query) => [...document.querySelectorAll(`#out ${query}`)];
    const said = (element) => element.textContent.trim().replace(/\s+/g, " ");
    return {
      error,
      nodes: all(".node").length,
      groups: all(".cluster").length,
      arrows: all("path.flowchart-link").length,
      words: all(".node .nodeLabel").map(said),
      titles: all(".cluster-label .nodeLabel").map(said),
      labels: all(".edgeLabel .edgeLabel, .edgeLabel span.edgeLabel").map(said).filter(Boolean),
      title: all("title").map(said).concat(all(".flowchartTitleText").map(said)),
      description: all("desc").map(said),
      links: all("a").map((a) => a.getAttribute("href") ?? a.getAttribute("xlink:href")),
      handlers: all("*").flatMap((e) => [...e.attributes].map((a) => a.name))
        .filter((name) => name.startsWith("on")),
      ran: window.PWN ?? null,
    };
  }, text);
  found[file].requests = requests.filter((url) => !url.startsWith("data:"));
  const drawing = await page.$("#out svg");
  if (drawing) await drawing.screenshot({ path: `${file}.png`, timeout: 60000 });
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
