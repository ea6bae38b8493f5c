// Builds the page and the widget into dist/ (or the folder given as an argument); the same sources give the same bytes.
import { build } from "esbuild";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));

/** Only the page's own words go into the bundle; the gateway's stay on the server. */
const pageWords = {
  name: "page-words",
  setup(builder) {
    builder.onLoad({ filter: /words[\\/](en|de)\.json$/ }, async ({ path }) => {
      const all = JSON.parse(await readFile(path, "utf8"));
      const own = Object.entries(all).filter(([key]) => key.startsWith("page."));
      own.sort(([left], [right]) => (left < right ? -1 : 1));
      return { contents: JSON.stringify(Object.fromEntries(own)), loader: "json" };
    });
  },
};

/** Indentation inside css`…` is for the reader of the source, not for the visitor. Measures hang on one variable, for
 *  1rem is whatever a foreign page that embeds the widget says. Queries know no variables and keep theirs. */
const styleSheets = {
  name: "style-sheets",
  setup(builder) {
    builder.onLoad({ filter: /src[\\/]styles[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const measured = source.replace(/^(?!\s*@)(?!\s*--rem:).*$/gm, (line) =>
        line.replace(/(?<![\w.-])(-?[\d.]+)rem\b/g, "calc(var(--rem) * $1)"),
      );
      return { contents: measured.replace(/\n\s+/g, "\n"), loader: "ts" };
    });
  },
};

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  plugins: [pageWords, styleSheets],
};

await mkdir(out, { recursive: true });
await build({ ...shared, entryPoints: ["src/page.ts"], outfile: join(out, "usher.js") });
await build({ ...shared, entryPoints: ["src/widget.ts"], format: "iife", outfile: join(out, "widget.js") });
await build({ ...shared, entryPoints: ["src/page.css"], outfile: join(out, "usher.css") });
await copyFile(join(here, "src/index.html"), join(out, "index.html"));
await copyFile(join(here, "src/icon.svg"), join(out, "icon.svg"));
