// Bundles src/main.css and src/main.js into dist/ and writes dist/manifest.json, which portal/web/assets.py reads.
// Run from anywhere: node portal/static/build.mjs (after npm ci).
import { build } from "esbuild";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

const options = {
  entryPoints: [join(here, "src/main.css"), join(here, "src/main.js")],
  outdir: dist,
  bundle: true,
  minify: true,
  metafile: true,
  write: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox114", "safari16.4"],
  entryNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  // A font stays a file of its own: the content security policy has no room for data: addresses.
  loader: { ".woff2": "file" },
  legalComments: "linked",
  logLevel: "warning",
};

/** "main.4XQ2.css" → "main.css": the name that templates ask for. */
function plainName(file) {
  return file.replace(/\.[A-Z0-9]{8}(?=\.)/, "");
}

function manifestOf(outputs) {
  const files = Object.keys(outputs).map((path) => basename(path));
  const served = files.filter((file) => !file.endsWith(".LEGAL.txt")).sort();
  return Object.fromEntries(served.map((file) => [plainName(file), file]));
}

/** A .gz and a .br beside each text file, so that serving them costs no processor time. */
async function compress(path) {
  const content = await readFile(path);
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  await writeFile(`${path}.br`, brotliCompressSync(content));
}

/** The letters of the PDFs that we make (exports/pdf/letters.typ), as files that no page asks for. */
async function copyLetters() {
  const home = join(here, "../../node_modules/@expo-google-fonts");
  const cuts = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic"];
  const files = [...cuts.map((cut) => ["source-sans-3", cut, `SourceSans3_${cut}.ttf`]),
    ["noto-emoji", "400Regular", "NotoEmoji_400Regular.ttf"]];
  await mkdir(join(dist, "letters"));
  await Promise.all(files.map((path) => copyFile(join(home, ...path), join(dist, "letters", path.at(-1)))));
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await copyLetters();
const { metafile } = await build(options);
const texts = Object.keys(metafile.outputs).filter((path) => /\.(css|js)$/.test(path));
await Promise.all(texts.map(compress));
const manifest = manifestOf(metafile.outputs);
// Written last: as long as it is missing, the portal says that the build has not been run.
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
