import { createRoot } from 'react-dom/client'
import { Site } from './site'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Site>
      <main>
        <h1>Books for everybody</h1>
      </main>
    </Site>,
  )
}
