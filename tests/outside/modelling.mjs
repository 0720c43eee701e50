// Changes a BPMN file in bpmn-js's modeler as people do, and saves it:
//   node modelling.mjs CHROMIUM FILE OUT STEPS
// STEPS is JSON, a list of [verb, id, ...]:
//   name ID WORDS    types other words on an element
//   type ID TYPE     makes a task one of another type
//   remove ID        takes an element out, with what hangs on it
//   move ID DX DY    drags a shape
//   append ID WORDS  adds a task after another, joined to it
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const [executablePath, file, out, steps] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
await page.setContent('<div id="canvas" style="width:1600px;height:1000px"></div>');
await page.addScriptTag({
  path: require.resolve("bpmn-js/dist/bpmn-modeler.production.min.js"),
});
const saved = await page.evaluate(
  async ([source, todo]) => {
    const modeler = new window.BpmnJS({ container: "#canvas" });
    await modeler.importXML(source);
    const element = (id) => modeler.get("elementRegistry").get(id);
    const modeling = modeler.get("modeling");
    const verbs = {
      name: (id, words) => modeling.updateLabel(element(id), words),
      type: (id, type) => modeler.get("bpmnReplace").replaceElement(element(id), { type }),
      remove: (id) => modeling.removeElements([element(id)]),
      move: (id, x, y) => modeling.moveElements([element(id)], { x, y }),
      append: (id, words) => {
        const shape = modeler.get("elementFactory").createShape({ type: "bpmn:Task" });
        const after = { x: element(id).x + 300, y: element(id).y + 40 };
        modeling.updateLabel(modeling.appendShape(element(id), shape, after), words);
      },
    };
    for (const [verb, ...values] of todo) verbs[verb](...values);
    return (await modeler.saveXML({ format: true })).xml;
  },
  [await readFile(file, "utf8"), JSON.parse(steps)],
);
await browser.close();
await writeFile(out, saved);
