import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:3000'

/** Writes a compressed copy beside each file of code, which the server sends to whoever takes it: a third of the bytes. */
const compressedCopies = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (dir === undefined || !/\.(js|css|svg|json)$/.test(name)) continue
      const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
      if (bytes.length > 1_000) writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
})

export default defineConfig({
  root: 'client',
  plugins: [react(), compressedCopies()],
  // tldraw's own pictures and fonts are served as files of ours: inlined or pre-bundled they would lose their addresses.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // `/assets/<id>` are the pictures that people upload.
    assetsDir: 'static',
    chunkSizeWarningLimit: 2_000,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': server,
      '/assets': server,
      '/healthz': server,
      '/readyz': server,
      '/yjs': { target: server, ws: true },
      '/socket.io': { target: server, ws: true },
    },
  },
})
