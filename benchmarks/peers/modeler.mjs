// Measures bpmn-js's modeler in Chromium, as a page of its own does:
//   node modeler.mjs CHROMIUM FILE REPETITIONS
// Prints JSON: by act the wall seconds of each repetition, until painted; megabytes of Chromium's
// processes beyond those with an empty page.
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const [executablePath, file, repetitions] = process.argv.slice(2);
const server = await chromium.launchServer({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    // A frame is painted as soon as it can be, not at the next beat of a screen.
    "--disable-frame-rate-limit", "--disable-gpu-vsync",
  ],
});

async function megabytes() {
  const parents = new Map();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const told = await readFile(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(told.slice(told.lastIndexOf(")") + 2).split(" ")[1]));
    } catch { /* it has ended */ }
  }
  const ours = (id) => id === server.process().pid || (parents.has(id) && ours(parents.get(id)));
  let kilobytes = 0;
  for (const id of parents.keys()) {
    if (!ours(id)) continue;
    try {
      const told = await readFile(`/proc/${id}/smaps_rollup`, "utf8");
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(told)[1]);
    } catch { /* it has ended */ }
  }
  return (kilobytes * 1024) / 1e6;
}

const browser = await chromium.connect(server.wsEndpoint());
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.setContent('<div id="canvas" style="width:1920px;height:1080px"></div>');
await page.addScriptTag({
  path: require.resolve("bpmn-js/dist/bpmn-modeler.production.min.js"),
});
const empty = await megabytes();
const source = await readFile(file, "utf8");
await page.evaluate(() => {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = resolve;
        after.port2.postMessage(0);
      });
    });
  window.seconds = {};
  window.take = async (name, act) => {
    const start = performance.now();
    await act();
    await painted();
    (window.seconds[name] ??= []).push((performance.now() - start) / 1000);
  };
  window.at = (x, y) => {
    const event = new MouseEvent("measured", { clientX: x, clientY: y });
    document.querySelector("#canvas svg").dispatchEvent(event); // gives it a target
    return event;
  };
});

const memory = [];
for (let number = 0; number < Number(repetitions); number++) {
  await page.evaluate(async (xml) => {
    window.modeler?.destroy();
    window.modeler = undefined;
    await take("open", async () => {
      window.modeler = new window.BpmnJS({ container: "#canvas" });
      await window.modeler.importXML(xml);
      window.modeler.get("canvas").zoom("fit-viewport");
    });
  }, source);
  memory.push((await megabytes()) - empty);
  await page.evaluate(async () => {
    const canvas = modeler.get("canvas");
    const [move, dragging] = [modeler.get("move"), modeler.get("dragging")];
    const shapes = modeler.get("elementRegistry").filter(
      (element) => /Task$/.test(element.type) && !element.labelTarget,
    );
    const shape = shapes[Math.floor(shapes.length / 2)];
    for (const factor of [1.2, 1 / 1.2, 1.2]) {
      await take("zoom", () => canvas.zoom(canvas.zoom() * factor));
    }
    const { outer } = canvas.viewbox();
    canvas.viewbox({
      x: shape.x - outer.width / 2, y: shape.y - outer.height / 2,
      width: outer.width, height: outer.height,
    });
    const [x, y] = [outer.width / 2 + 20, outer.height / 2 + 20];
    const before = shape.x;
    move.start(at(x, y), shape, true);
    dragging.move(at(x + 8, y + 4));
    const parent = shape.parent;
    dragging.hover({
      element: parent, gfx: modeler.get("elementRegistry").getGraphics(parent),
    });
    for (let step = 1; step <= 20; step++) {
      await take("drag", () => dragging.move(at(x + 8 + step * 10, y + 4 + step * 5)));
    }
    await take("drop", () => dragging.end());
    if (shape.x === before) throw new Error("nothing was moved");
    await take("undo", () => modeler.get("commandStack").undo());
    if (shape.x !== before) throw new Error("nothing was undone");
    const modeling = modeler.get("modeling");
    await take("rename", () => modeling.updateLabel(shape, "Hoidon tarpeen arvio"));
    await take("saveSVG", () => modeler.saveSVG());
  });
}
const seconds = await page.evaluate(() => window.seconds);
await browser.close();
await server.close();
console.log(JSON.stringify({ seconds, memory }));
