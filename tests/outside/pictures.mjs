// Takes pictures of pages:
//   node pictures.mjs CHROMIUM PICTURE...
// PICTURE is FILE|URL|WIDTH|HEIGHT|SCHEME: a PNG of that window, light or dark, scrolled to the
// anchor of the address, if it has one.
import { chromium } from "playwright-core";

const [executablePath, ...pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const picture of pictures) {
  const [path, address, width, height, colorScheme] = picture.split("|");
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    colorScheme,
  });
  await page.goto(address);
  await page.reload(); // letters that come late are shown from the second visit on
  await page.screenshot({ path });
  await page.close();
}
await browser.close();
