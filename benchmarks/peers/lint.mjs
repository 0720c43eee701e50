// Reads a BPMN file once and checks it over and over with bpmnlint's recommended rules.
//   node lint.mjs FILE REPETITIONS
// Prints JSON: seconds of processor time for each check, and how much the rules said.
import { readFile } from 'node:fs/promises';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const [file, repetitions] = process.argv.slice(2);
const { rootElement } = await new BpmnModdle().fromXML(await readFile(file, 'utf8'));
const linter = new Linter({
  config: { extends: 'bpmnlint:recommended' },
  resolver: new NodeResolver(),
});

const seconds = [];
let reports = 0;
for (let repetition = 0; repetition < Number(repetitions); repetition++) {
  const start = process.cpuUsage();
  const results = await linter.lint(rootElement);
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
  reports = Object.values(results).flat().length;
}
console.log(JSON.stringify({ seconds, reports }));
