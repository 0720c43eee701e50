// Lays a graph out over and over with dagre or with ELK's layered algorithm:
//   node layout.mjs dagre|elk FILE REPETITIONS
// FILE holds JSON: {"stages": [[id, width, height], ...], "arrows": [[source, target], ...]}.
// Prints JSON: seconds of processor time for each layout.
import { readFile } from "node:fs/promises";
import dagre from "@dagrejs/dagre";
import ELK from "elkjs/lib/elk.bundled.js";

const [name, file, repetitions] = process.argv.slice(2);
const { stages, arrows } = JSON.parse(await readFile(file, "utf8"));

const layouts = {
  dagre: () => {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: "LR" });
    for (const [id, width, height] of stages) graph.setNode(id, { width, height });
    arrows.forEach(([source, target], number) => graph.setEdge(source, target, {}, `${number}`));
    dagre.layout(graph);
    return graph.node(stages[0][0]).x;
  },
  elk: async () => {
    const laid = await new ELK().layout({
      id: "root",
      layoutOptions: {
        "elk.algorithm": "layered",
        "elk.direction": "RIGHT",
        "elk.edgeRouting": "ORTHOGONAL",
      },
      children: stages.map(([id, width, height]) => ({ id, width, height })),
      edges: arrows.map(([source, target], number) => ({
        id: `arrow${number}`, sources: [source], targets: [target],
      })),
    });
    return laid.children[0].x;
  },
};

const seconds = [];
for (let repetition = 0; repetition < Number(repetitions); repetition++) {
  const start = process.cpuUsage();
  if (!Number.isFinite(await layouts[name]())) throw new Error("nothing was laid out");
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
}
console.log(JSON.stringify({ seconds }));
process.exit(0);
