// Reads BPMN files as bpmn-moddle does, checks them with bpmnlint's recommended rules, and draws
// them with bpmn-js in Chromium:
//   node diagrams.mjs CHROMIUM FOLDER FILE...
// Writes FILE's name with .png into FOLDER. Prints JSON, by file:
//   warnings  what bpmn-moddle did not understand
//   faults    [rule, id of the element, severity, message] of bpmnlint
//   counts    how many elements of each type there are, by bpmn-moddle
//   drawn     the same by what bpmn-js has drawn, without the root
//   problems  what bpmn-js warned about
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { BpmnModdle } from "bpmn-moddle";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const { Linter } = require("bpmnlint");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver");

const [executablePath, folder, ...files] = process.argv.slice(2);
// Anew for each file: a rule remembers the flows that it has seen.
const linter = () =>
  new Linter({
    config: { extends: "bpmnlint:recommended" },
    resolver: new NodeResolver({ require }),
  });
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const assets = dirname(require.resolve("bpmn-js/dist/bpmn-viewer.production.min.js"));

// Counts what the picture shows: each element with its own type, labels left out.
function counted(types) {
  const counts = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function* within(element) {
  for (const property of ["rootElements", "participants", "messageFlows", "artifacts", "laneSets",
    "lanes", "childLaneSet", "flowElements"]) {
    for (const part of [element[property] ?? []].flat()) {
      yield part;
      yield* within(part);
    }
  }
}

async function drawn(xml, picture) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.setContent('<div id="canvas" style="width:1600px;height:1000px"></div>');
  for (const sheet of ["diagram-js.css", "bpmn-js.css"]) {
    await page.addStyleTag({ path: join(assets, "assets", sheet) });
  }
  await page.addScriptTag({ path: join(assets, "bpmn-viewer.production.min.js") });
  const found = await page.evaluate(async (source) => {
    const viewer = new window.BpmnJS({ container: "#canvas" });
    const { warnings } = await viewer.importXML(source);
    const canvas = viewer.get("canvas");
    canvas.zoom("fit-viewport");
    const shown = viewer.get("elementRegistry").filter((each) => !each.labelTarget && each.parent);
    const box = canvas.viewbox().inner;
    document.getElementById("canvas").style.width = `${Math.ceil(box.width) + 40}px`;
    document.getElementById("canvas").style.height = `${Math.ceil(box.height) + 40}px`;
    canvas.resized();
    canvas.viewbox({ x: box.x - 20, y: box.y - 20, width: box.width + 40, height: box.height + 40 });
    return {
      problems: warnings.map((warning) => warning.message),
      types: shown.map((each) => each.type),
    };
  }, xml);
  await page.locator("#canvas").screenshot({ path: picture });
  await page.close();
  return found;
}

const results = {};
for (const file of files) {
  const xml = await readFile(file, "utf8");
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const reports = await linter().lint(rootElement);
  const { problems, types } = await drawn(xml, join(folder, `${basename(file)}.png`));
  results[basename(file)] = {
    warnings: warnings.map((warning) => warning.message),
    faults: Object.entries(reports).flatMap(([rule, found]) =>
      found.map(({ id, category, message }) => [rule, id, category, message]),
    ),
    counts: counted([...within(rootElement)].map((each) => each.$type)),
    drawn: counted(types),
    problems,
  };
}
await browser.close();
console.log(JSON.stringify(results));
