import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { manual } from './manual.ts'

/** One page, one script, one style sheet; the map's libraries are kept apart so that they stay cached between versions. */
export default defineConfig({
  base: '/',
  // nothing inline is allowed by the page's policy: hoisted static nodes would be written as HTML with style attributes
  plugins: [vue({ template: { compilerOptions: { hoistStatic: false } } }), manual()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    outDir: 'dist',
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 0,
  },
  server: { port: 5173, host: '127.0.0.1', proxy: { '/api': process.env.CUNTU_URL ?? 'http://127.0.0.1:8090' } },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
