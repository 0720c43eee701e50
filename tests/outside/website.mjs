// Looks at the pages of a site as visitors do:
//   node website.mjs CHROMIUM URL...
// Opens each in Chromium at three widths, light and dark, and prints JSON: a list of what is wrong,
// each with its page, width and scheme:
//   { page, width, scheme, fault, where }
// Faults: what axe-core finds, any console message, an error, a request to another host, and
// content wider than the window. Also every page once with text of twice the size, once in the
// user's own colours, and once with scripts switched off: nothing may be missing.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...addresses] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", // Chromium's own sandbox does not start as root, as in a container
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
const faults = [];

async function look(address, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const report = (fault, where = "") =>
    faults.push({ page: address, width, scheme: colorScheme, fault, where });
  page.on("pageerror", (error) => report(String(error)));
  page.on("console", (line) => report(`console: ${line.text()}`));
  page.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(address).host) report(`asks ${request.url()}`);
  });
  await page.goto(address);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) report(`${overflow} px wider than the window`);
  for (const details of await page.locator("details").all())
    await details.evaluate((element) => { element.open = true; });
  // Not addScriptTag: the page's own content security policy forbids it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ rules: { "target-size": { enabled: true } } }),
  );
  for (const { id, nodes } of violations)
    for (const node of nodes) report(`axe: ${id}`, node.target.join(" "));
  const text = await page.innerText("body");
  await page.close();
  return text;
}

// Text of twice the size, as WCAG 1.4.4 asks, and forced colours: nothing may leave the window.
async function lookAsUsersSetIt(address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, forcedColors: "active" });
  await page.goto(address);
  const overflow = await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  if (overflow > 0) faults.push({ page: address, fault: `${overflow} px too wide at 200 %` });
  await page.close();
}

async function textWithoutScripts(address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const text = await page.locator("main").innerText();
  await context.close();
  return text;
}

for (const address of addresses) {
  for (const width of [320, 768, 1920])
    for (const scheme of ["light", "dark"]) await look(address, width, scheme);
  await lookAsUsersSetIt(address);
  if ((await textWithoutScripts(address)).length < 50)
    faults.push({ page: address, fault: "empty without scripts" });
}
await browser.close();
console.log(JSON.stringify(faults));
