import { defineConfig } from 'vite'

// Two pages: one for everybody, one for members.
export default defineConfig({
  build: { rolldownOptions: { input: ['index.html', 'members.html'] } },
})
