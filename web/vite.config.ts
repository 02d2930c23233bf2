// How the pages are built and, while working on them, served: next to a server on its usual port.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Asked under its own name: it answers under no other.
const server = { target: "http://127.0.0.1:4000", changeOrigin: true };

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  resolve: {
    // The source itself, as ES modules, so that what the pages do not use is left out of the bundle.
    alias: { "@afterglow/shared": fileURLToPath(new URL("../shared/src/index.ts", import.meta.url)) },
    dedupe: ["chart.js"],
  },
  // The server puts a nonce in its place; see webFiles.
  html: { cspNonce: "AFTERGLOW_NONCE" },
  build: { outDir: "dist", emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  server: {
    host: "127.0.0.1",
    proxy: { "/graphql": server, "/figures": server, "^/account/.": server, "^/sign-(in/|out)": server },
  },
});
