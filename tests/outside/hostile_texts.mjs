// Opens pages full of hostile texts as a visitor would:
//   node hostile_texts.mjs CHROMIUM URL...
// and prints JSON: what went wrong, { page, fault }. Faults: a script that ran (window.PWN), a
// dialog, a request for anything outside the site, a download, a console message, a new window.
import { chromium } from "playwright-core";

const [executablePath, ...addresses] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", // Chromium's own sandbox does not start as root, as in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
const faults = [];

for (const address of addresses) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const report = (fault) => faults.push({ page: address, fault });
  const { origin, pathname } = new URL(address);
  const site = `${origin}/${pathname.split("/")[1]}/`;
  page.on("pageerror", (error) => report(String(error)));
  page.on("console", (line) => report(`console: ${line.text()}`));
  page.on("dialog", (dialog) => { report(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("download", () => report("download"));
  page.on("popup", () => report("popup"));
  page.on("framenavigated", (frame) => {
    if (frame.url().split("#")[0] !== address) report(`went to ${frame.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !url.startsWith("data:image/svg+xml"))
      report(`asks ${request.url()}`);
  });
  await page.goto(address);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll("*")) {
      for (const kind of ["mouseover", "focus", "click", "load", "error", "toggle"])
        if (element.tagName !== "A" && element.tagName !== "SUMMARY")
          element.dispatchEvent(new Event(kind, { bubbles: false }));
    }
  });
  await page.waitForLoadState("networkidle");
  const own = ["site.js", "search.js"].map((name) => site + name);
  const seen = await page.evaluate((own) => ({
    ran: window.PWN,
    scripts: [...document.querySelectorAll("script:not([type='application/ld+json'])")]
      .filter((script) => script.textContent || !own.includes(script.src)).length,
    handlers: [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => name)),
    schemes: [...document.querySelectorAll("a")].map((link) =>
      link.protocol ?? new URL(link.href.baseVal, document.baseURI).protocol),
    // The list's own form sends nothing: it has no action, and the policy forbids any.
    frames: document.querySelectorAll(
      "iframe, object, embed, base, form:not(#finder), form[action], foreignObject").length,
    linked: [...document.querySelectorAll("script[type='application/ld+json']")].map((block) => {
      try { JSON.parse(block.textContent); return ""; } catch (error) { return String(error); }
    }),
  }), own);
  if (seen.ran !== undefined) report("a script ran");
  if (seen.scripts) report(`${seen.scripts} scripts`);
  if (seen.handlers.length) report(`handlers: ${seen.handlers}`);
  if (seen.frames) report(`${seen.frames} frames, forms or bases`);
  const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);
  for (const scheme of seen.schemes) if (!allowed.has(scheme)) report(`link of ${scheme}`);
  for (const fault of seen.linked) if (fault) report(`linked data: ${fault}`);
  await context.close();
}
await browser.close();
console.log(JSON.stringify(faults));
