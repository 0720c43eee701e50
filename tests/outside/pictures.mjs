// Takes pictures of pages:
//   node pictures.mjs CHROMIUM PICTURE...
// PICTURE is FILE|URL|WIDTH|HEIGHT|SCHEME: a PNG of that window, light or dark, scrolled to the
// anchor of the address, if it has one.
import { chromium } from "playwright-core";

const [executablePath, ...pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

// A first visit shows the letters only when they come at once; a picture waits for them.
async function waitForLetters(route) {
  const answer = await route.fetch();
  const body = (await answer.text()).replaceAll("font-display: optional", "font-display: block");
  await route.fulfill({ response: answer, body });
}

for (const picture of pictures) {
  const [path, address, width, height, colorScheme] = picture.split("|");
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    colorScheme,
  });
  await page.route("**/style.css", waitForLetters);
  await page.goto(address);
  await page.screenshot({ path });
  await page.close();
}
await browser.close();
